import { and, desc, eq, inArray } from "drizzle-orm";
import { letters, type OrderChannel, type OrderLevel, orders } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { orderLetter } from "#domain/supervision/order-letter.ts";
import { respondToOrder } from "#domain/supervision/respond-to-order.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

/** The letter that three desks had, by its title. */
const market = "市场污水横流，雨天倒灌进店铺";

/** Handed on twice before its date: what the meter of handing on is for. */
const handings = [
  { at: ago(16, "10:10"), lead: "shuiwu" },
  { at: ago(9, "15:20"), lead: "zhujian" },
];

interface Asked {
  title: string;
  at: Ago;
  by: string;
  level: OrderLevel;
  channel: OrderChannel;
  words: string;
  /** It takes the place of what the timetable asked. */
  goesOn?: boolean;
  answer?: { at: Ago; from: string; words: string };
}

const asked: Asked[] = [
  {
    title: "夜市油烟直排，楼上住户开不了窗",
    at: ago(3, "11:00"),
    by: "xinfangju",
    level: "order",
    channel: "note",
    words: "住户反映打过电话说不归谁管。请说明油烟设施由哪一家负责，清单列到哪一步。",
    answer: {
      at: ago(1, "16:30"),
      from: "chengguan",
      words: "由我局负责。二十一家摊位已列出清单，九家没有净化设施，已发限期整改通知，到期复查。",
    },
  },
  {
    title: "沿江路修路半年没有人行通道",
    at: ago(1, "10:00"),
    by: "shifu",
    level: "order",
    channel: "phone",
    words: "为什么到期没有答复？人行通道哪一天能通行？请书面说明。",
  },
  {
    title: market,
    at: ago(1, "09:30"),
    by: "xinfangju",
    level: "talk",
    channel: "onsite",
    words: "转了两次手，还没有处理意见。请主办单位到现场，当面说清排水沟由谁清、哪一天清完。",
    goesOn: true,
  },
];

/** What supervising offices did in the demonstration's weeks, beside what the timetable does by itself. */
export function supervisionActs(cast: Cast, when: (ago: Ago) => Date): Act[] {
  return [
    ...handings.map(
      ({ at, lead }): Act => ({
        at: when(at),
        run: async (tx, now) =>
          assignLetter(tx, cast.triage, { letterId: await find(tx, market), lead, assisting: ["zijin-fu"] }, now),
      }),
    ),
    ...asked.flatMap((one) => order(cast, when, one)),
  ];
}

function order(cast: Cast, when: (ago: Ago) => Date, { title, by, answer, goesOn, at, ...says }: Asked): Act[] {
  let orderId: number;
  const issue: Act = {
    at: when(at),
    run: async (tx, now) => {
      const letterId = await find(tx, title);
      const after = goesOn ? await lastInForce(tx, letterId) : undefined;
      orderId = (await orderLetter(tx, cast.supervisor(by), { letterId, ...says, after }, now)).id;
    },
  };
  if (!answer) return [issue];
  const respond: Act = {
    at: when(answer.at),
    run: async (tx, now) =>
      respondToOrder(
        tx,
        cast.office(answer.from),
        { letterId: await find(tx, title), orderId, words: answer.words },
        now,
      ),
  };
  return [issue, respond];
}

async function find(tx: Tx, title: string): Promise<number> {
  const [row] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.title, title), eq(letters.demo, true)));
  return row!.id;
}

async function lastInForce(tx: Tx, letterId: number): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.letterId, letterId), inArray(orders.state, ["issued", "responded"])))
    .orderBy(desc(orders.id))
    .limit(1);
  return row?.id;
}
