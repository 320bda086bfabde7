import type { AnswerParts } from "#domain/letters/answer-letter.ts";
import { answerParts } from "#domain/letters/input.ts";
import type { PlannedLetter } from "./plan.ts";

/** What a letter may be about, and what was then looked into, relied on, done and arranged: none of it is anybody's words. */
const matters = [
  ["自来水水压不足", "早晚高峰四楼以上用不上水"],
  ["村道路面破损", "雨天积水，学生上学绕行"],
  ["路灯长期不亮", "夜里行人看不清坑洼"],
  ["垃圾清运不及时", "桶满之后堆在巷口"],
  ["农田水渠淤塞", "春灌时水到不了下游"],
  ["公交班次太少", "等车常在四十分钟以上"],
  ["医保报销手续", "不清楚需要哪些证明"],
  ["建房审批时间", "材料交齐以后没有回音"],
  ["集市占道经营", "早市把车道挤成一条缝"],
] as const;
const looked = [
  "经到现场查看，情况与来信所述一致。",
  "经查阅台账并走访住户，问题确实存在。",
  "经与来信人电话核对，起因在于线路老化。",
  "经村组和单位共同清点，涉及的范围已经画在图上。",
  "经抽样检测，数值低于设计标准。",
  "经调取记录，停用是从上个季度开始的。",
  "经逐户询问，受影响的主要是沿街一侧。",
  "经比对规划图，该处属于待改造路段。",
  "经复核档案，此前曾登记而没有排期。",
] as const;
const relied = [
  "按城市供水和市政设施养护的规定办理。",
  "按乡村公路养护分工的办法，由属地承担。",
  "按年度民生项目清单安排资金。",
  "按公共服务窗口一次性告知的制度答复。",
  "按环境卫生责任区划分执行。",
  "按农田水利设施管护的约定处理。",
  "按道路运输班线许可的条件核定。",
  "按土地和房屋登记的程序审查。",
  "按集贸市场管理的要求整治。",
] as const;
const done = [
  "已更换损坏的部件并试运行三天。",
  "已组织施工队清理，昨天完工。",
  "已补发通知，窗口恢复受理。",
  "已增开班次，时刻表贴在站牌上。",
  "已把材料转交审批岗并催办完毕。",
  "已疏通堵点，恢复了原有流量。",
  "已安排专人每天巡查两次。",
  "已与商户签字确认经营的界线。",
  "已拨付经费，纳入本季度的工程。",
] as const;
const next = [
  "仍有不便，可以到单位值班室当面说明。",
  "下个月再回访一次，结果写在这里。",
  "后续进度张贴在村务公开栏。",
  "若再次发生，可直接拨打办公电话报修。",
  "竣工以后请住户代表一起验收。",
  "凭回执到窗口领取办理结果。",
  "相邻路段列入明年的计划。",
  "汛期之前再检查一遍。",
  "有新的建议，可以继续写信。",
] as const;

const pick = <T>(from: readonly T[], n: number, place: number): T => from[Math.floor(n / 9 ** place) % from.length]!;

/** A letter to the margins: it says itself that nobody wrote it. */
export function letterText({ n }: PlannedLetter): { title: string; body: string } {
  const [matter, detail] = pick(matters, n, 0);
  return {
    title: `${matter}（重放第 ${n + 1} 封）`,
    body: `${matter}：${detail}。本信按公开统计的边际数生成，用于核对数字，不是任何人的原信。`,
  };
}

/** No two are alike: they differ in at least one of five sentences. */
export function answerText({ n }: PlannedLetter): AnswerParts {
  const [matter] = pick(matters, n, 0);
  const parts = [`关于${matter}：${pick(looked, n, 1)}`, pick(relied, n, 2), pick(done, n, 3), pick(next, n, 4)];
  return Object.fromEntries(answerParts.map((part, at) => [part, parts[at]!])) as AnswerParts;
}
