import { among } from "./random.ts";

const places = [
  "兴源东路",
  "沿江路",
  "中山路小学",
  "人民医院",
  "老城公交站",
  "滨江公园",
  "文昌路菜场",
  "建设大道",
  "永和路",
  "新市区",
];
const things = [
  "路灯",
  "井盖",
  "人行道",
  "下水道",
  "自来水",
  "公厕",
  "斑马线",
  "停车位",
  "垃圾桶",
  "红绿灯",
  "护栏",
  "公交车",
];
const troubles = [
  "坏了三个月",
  "没有人管",
  "一下雨就积水",
  "晚上很危险",
  "投诉过两次没有结果",
  "早晚高峰最严重",
  "老人过不去",
  "声音很大",
];
const wishes = [
  "请尽快派人看看",
  "希望写明哪天修好",
  "建议在旁边立牌说明",
  "能不能先临时处理一下",
  "请公开处理结果",
  "谁负责请给个电话",
];
const asides = [
  "住在附近的人都知道",
  "上个月也有人反映过",
  "孩子上学天天经过",
  "照片可以补交",
  "邻居们都可以作证",
  "不是一家的事",
];

/** What somebody writes in a comment: a sentence or two, sometimes a paragraph, as long as real ones are. */
export function comment(random: () => number): string {
  const parts = [`${among(random, places)}的${among(random, things)}${among(random, troubles)}`];
  while (random() < 0.55 && parts.length < 12) parts.push(among(random, random() < 0.5 ? asides : wishes));
  return `${parts.join("，")}。`;
}

export const title = (random: () => number): string =>
  `${among(random, places)}${among(random, things)}${among(random, troubles)}`;

/** A letter says it in several sentences. */
export function letter(random: () => number): string {
  return Array.from({ length: 2 + Math.floor(random() * 6) }, () => comment(random)).join("");
}
