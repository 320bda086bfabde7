import type { Grade, Solved } from "#db/schema/index.ts";
import type { Ago, DemoLetter, DemoStep } from "./demo-letter.ts";

/** Here the working days are counted from the beginning of the month that was frozen last, not back from today. */
const day = (workdays: number, time: string): Ago => ({ workdays, time });

interface Answered {
  lead: string;
  /** On which working day of the month it was sent and answered. */
  sent: number;
  answered: number;
  facts: string;
  done: string;
  next: string;
  officeSays: Solved;
  /** Nothing: its writer kept silent. */
  writerSays?: { on: number; solved: Solved; attitude: Grade; speed: Grade; words?: string };
}

function steps({ lead, sent, answered, facts, done, next, officeSays, writerSays }: Answered): DemoStep[] {
  const basis = "按现行管理规定办理。";
  return [
    { at: day(sent, "10:00"), step: "accept", termClass: "ordinary" },
    { at: day(sent, "10:20"), step: "assign", lead },
    { at: day(answered, "16:00"), step: "answer", facts, basis, done, next, solved: officeSays },
    ...(writerSays ? [rated(writerSays)] : []),
  ];
}

const rated = ({ on, ...verdict }: NonNullable<Answered["writerSays"]>): DemoStep => ({
  at: day(on, "20:00"),
  step: "rate",
  ...verdict,
});

type Written = Pick<DemoLetter, "author" | "mailbox" | "kind" | "place" | "title" | "body">;

const letter = (written: Written, handled: Answered): DemoLetter => ({
  ...written,
  visibility: "nameless",
  region: "yuancheng",
  sent: day(handled.sent, "09:00"),
  steps: steps(handled),
});

/** Invented for the demonstration and marked 演示: what last month's frozen scores are made of. Few, so that none is banded. */
export const assessedLetters: DemoLetter[] = [
  letter(
    {
      ...{ author: "演示网友乙", mailbox: "jiaotong-mailbox", kind: "complaint", place: "越王大道南段" },
      title: "越王大道南段井盖下沉，电动车容易摔",
      body: "越王大道南段慢车道有三个井盖下沉，晚上看不清，电动车压上去容易摔倒。",
    },
    {
      ...{ lead: "jiaotong", sent: 2, answered: 8, officeSays: "yes" },
      facts: "南段慢车道三处井盖下沉三到五厘米。",
      done: "三处井盖已抬升，周围沥青重新压实，当晚恢复通行。",
      next: "两周后复测高差，养护科电话 0762-000-8812。",
      writerSays: { on: 9, solved: "yes", attitude: "very_satisfied", speed: "satisfied", words: "修得快，谢谢。" },
    },
  ),
  letter(
    {
      ...{ author: "演示网友丙", mailbox: "jiaotong-mailbox", kind: "complaint", place: "客家文化公园站" },
      title: "公交 6 路晚班常常提前走",
      body: "客家文化公园站的 6 路末班车常常提前十分钟开走，下晚班的人只能打车。",
    },
    {
      ...{ lead: "jiaotong", sent: 3, answered: 11, officeSays: "yes" },
      facts: "调取 6 路末班车一周的发车记录，有两天提前七到九分钟。",
      done: "对两名驾驶员按公司规章扣分，末班车改为到站后读秒发车。",
      next: "每周一公布 6 路准点记录，公交公司 0762-000-8813。",
      writerSays: { on: 13, solved: "partly", attitude: "acceptable", speed: "satisfied" },
    },
  ),
  letter(
    {
      ...{ author: "演示网友", mailbox: "jiaotong-mailbox", kind: "complaint", place: "纬十四路" },
      title: "货车夜里在纬十四路装卸，吵得睡不着",
      body: "纬十四路夜里十二点后还有货车装卸，喇叭声不断，楼里老人孩子睡不着。",
    },
    {
      ...{ lead: "jiaotong", sent: 1, answered: 18, officeSays: "partly" },
      facts: "纬十四路两家物流点夜间装卸，噪声超过夜间限值。",
      done: "两家物流点已签夜间不装卸承诺，路口加装货车禁鸣标志。",
      next: "十二点后仍有装卸可随时来电，运政科 0762-000-8814。",
      writerSays: { on: 20, solved: "no", attitude: "dissatisfied", speed: "very_dissatisfied", words: "拖得太久了。" },
    },
  ),
  letter(
    {
      ...{ author: "演示网友丁", mailbox: "shizhang", kind: "complaint", place: "红星路菜市场" },
      title: "红星路菜市场占道摆摊，消防车进不来",
      body: "红星路菜市场外面天天占道摆摊，消防通道堵死了，出了事消防车进不来。",
    },
    {
      ...{ lead: "chengguan", sent: 3, answered: 10, officeSays: "yes" },
      facts: "菜市场外消防通道被十九个摊位占用。",
      done: "十九个摊位移入市场东区，消防通道重新画线并装了护栏。",
      next: "每天早六点到八点有人值守，市容科 0762-000-8815。",
      writerSays: { on: 12, solved: "yes", attitude: "satisfied", speed: "satisfied" },
    },
  ),
  letter(
    {
      ...{ author: "演示网友戊", mailbox: "shizhang", kind: "complaint", place: "东堤路" },
      title: "东堤路广告牌松动，刮风哐哐响",
      body: "东堤路二楼外墙的旧广告牌松动了，一刮风就哐哐响，怕掉下来砸到人。",
    },
    {
      ...{ lead: "chengguan", sent: 5, answered: 9, officeSays: "yes" },
      facts: "东堤路旧广告牌四颗螺栓锈断两颗，有坠落危险。",
      done: "当天拉警戒线，第二天拆除旧广告牌并清走。",
      next: "同一排的其他广告牌本季度内逐块检查，广告科 0762-000-8816。",
    },
  ),
  letter(
    {
      ...{ author: "演示网友己", mailbox: "shuji", kind: "help", place: "宝源小区" },
      title: "宝源小区二次供水水箱多久洗一次",
      body: "宝源小区自来水有泥沙，二次供水的水箱好像很久没洗，请查一查。",
    },
    {
      ...{ lead: "shuiwu", sent: 4, answered: 12, officeSays: "yes" },
      facts: "宝源小区水箱上次清洗已过七个月，浊度略超标准。",
      done: "水箱已清洗消毒，复检浊度合格，检测单贴在小区门口。",
      next: "每半年清洗一次并公示检测单，供水科 0762-000-8817。",
      writerSays: { on: 14, solved: "yes", attitude: "very_satisfied", speed: "very_satisfied" },
    },
  ),
];
