import { and, desc, eq } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { findLeader } from "#domain/administration/find.ts";
import { inspectCase } from "#domain/led-cases/inspect-case.ts";
import { takeOn } from "#domain/led-cases/take-on.ts";
import { acknowledgeLetter } from "#domain/letters/acknowledge-letter.ts";
import { addWording } from "#domain/wordings/keep-wordings.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

const market = "市场污水横流，雨天倒灌进店铺";
const fumes = "夜市油烟直排，楼上住户开不了窗";
const crossing = "学校门口斑马线磨没了";

const wordings = [
  { words: "请主办单位先联系来信人，再拿方案。", use: "waiting" },
  { words: "一周内把办理方案报我。", use: "always" },
  { words: "三日内答复来信人，并说明为什么超期。", use: "late" },
] as const;

/** What leaders do with letters beside instructing: a case led by the week, one that is to be looked into, one only read. */
export function leaderActs(cast: Cast, when: (ago: Ago) => Date): Act[] {
  const secretary = cast.leader("shuji");
  const mayor = cast.leader("shizhang");
  return [
    {
      at: when(ago(25, "08:40")),
      run: async (tx, now) => {
        const leaderId = (await findLeader(tx, "shuji")).leader.id;
        for (const wording of wordings) await addWording(tx, secretary, { leaderId, ...wording }, now);
      },
    },
    {
      at: when(ago(11, "08:50")),
      run: async (tx, now) => {
        const words = "转手两次还在等，这件事由我带案。";
        await takeOn(tx, secretary, { letterId: await letterOf(tx, market), every: 7, words }, now);
      },
    },
    {
      at: when(ago(6, "16:10")),
      run: async (tx, now) => {
        const words = "到现场看过，排水沟还堵着。请住建局先抽排清淤，店铺门口本周内不能再倒灌。";
        await inspectCase(tx, secretary, { letterId: await letterOf(tx, market), way: "onsite", words }, now);
      },
    },
    {
      at: when(ago(4, "10:30")),
      run: async (tx, now) => takeOn(tx, mayor, { letterId: await letterOf(tx, fumes), every: 14 }, now),
    },
    {
      at: when(ago(6, "09:20")),
      run: async (tx, now) => acknowledgeLetter(tx, mayor, { letterId: await letterOf(tx, crossing) }, now),
    },
  ];
}

async function letterOf(tx: Tx, title: string): Promise<number> {
  const [letter] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.title, title), eq(letters.demo, true)))
    .orderBy(desc(letters.id));
  return letter!.id;
}
