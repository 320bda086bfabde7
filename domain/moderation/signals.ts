/**
 * Words by which a comment reads like a case for an office: when, where, about whom, what is wrong. Simple enough that
 * PostgreSQL and JavaScript read them alike, so that the queue's filter and the underlined words agree.
 */
export const patterns = {
  when: "昨天|今天|前天|昨晚|今早|上周|上个月|这个月|每天|每晚|每次|春运|早晚|高峰|半夜|凌晨|下班|上班|[0-9一二三四五六七八九十两半几]+(年|个月|月份|天|号|点|小时)",
  where:
    "路口|路段|街道|小区|市场|公园|学校|医院|车站|广场|大道|大桥|村口|楼下|[^ ，。；！？、]{1,4}(路|街|巷|镇|村|县|桥|区|楼)",
  whom: "出租车|公交|司机|物业|开发商|老板|工地|工厂|城管|交警|派出所|医生|老师|窗口|办事|收费|水厂|供电|部门|单位|负责人",
  what: "没水|停水|停电|断头|坑洼|塌|积水|浸|噪音|臭|污染|垃圾|乱收费|乱涨价|涨价|不打表|拖欠|欠薪|没人管|没有人管|投诉|推诿|刁难|不给|不让|危险|隐患|损坏|破旧|没有水|打不通|没人接|两头跑|白跑",
  wish: "建议|希望|能否|能不能|可否|可不可以|应该|最好|盼望|呼吁|请市|请县|请区",
} as const;

export type Signal = keyof typeof patterns;
export type Reading = "letter" | "suggestion" | "opinion";

export interface Hit {
  signal: Signal;
  from: number;
  to: number;
}

const wherever = new Map((Object.keys(patterns) as Signal[]).map((name) => [name, new RegExp(patterns[name], "gu")]));

/** Where in a text its signals stand, first to last; where two overlap, the one that begins first. */
export function signalsIn(text: string): Hit[] {
  const all = [...wherever].flatMap(([signal, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ signal, from: match.index, to: match.index + match[0].length })),
  );
  const hits: Hit[] = [];
  for (const hit of all.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (hit.from >= (hits.at(-1)?.to ?? 0)) hits.push(hit);
  }
  return hits;
}

/** 像信件: something is wrong, with a time, a place or somebody named. 像建议: something is wished for. Else an opinion. */
export function readsLike(text: string): Reading {
  const has = (signal: Signal) => new RegExp(patterns[signal], "u").test(text);
  if (has("what") && (has("when") || has("where") || has("whom"))) return "letter";
  return has("wish") ? "suggestion" : "opinion";
}
