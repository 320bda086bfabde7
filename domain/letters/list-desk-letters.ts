import { and, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { claims, clocks, letterState, letters, letterVia, offices, regions } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { lettersFor, lettersToStep, standingAs } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type DeskRow, readDeskRows } from "./desk-rows.ts";
import { letterKinds } from "./input.ts";
import { burning, lampSql, lettersLit } from "./lamps.ts";
import { type RunningLamp, runningLamps } from "./running-lamps.ts";
import { isOpen } from "./step-states.ts";
import { type Step, steps } from "./steps.ts";
import { waitingFor, waitings } from "./waiting.ts";

const slug = z.string().max(80);

/** What stands in the address of a queue. */
export const deskFilter = z.object({
  lamp: z.enum(runningLamps).optional().catch(undefined),
  /** Without it: all that offices still have work with. */
  state: z
    .enum([...letterState.enumValues, "all"])
    .optional()
    .catch(undefined),
  kind: z.enum(letterKinds).optional().catch(undefined),
  via: z.enum(letterVia.enumValues).optional().catch(undefined),
  /** Slug of the lead office; "none" for what is not assigned. */
  lead: slug.optional().catch(undefined),
  /** Slug of the office whose clock runs: what the lights board counts. */
  owner: slug.optional().catch(undefined),
  region: slug.optional().catch(undefined),
  claim: z.enum(["mine", "nobody"]).optional().catch(undefined),
  /** Only letters on which this person may take this step, in a state in which it can be taken. */
  step: z
    .enum(Object.keys(steps) as [Step, ...Step[]])
    .optional()
    .catch(undefined),
  card: z.enum(["yellow", "red"]).optional().catch(undefined),
  /** Only letters that wait for this person: for a decision, or for what their office owes. */
  waits: z.enum(waitings).optional().catch(undefined),
  urged: z.coerce.boolean().optional().catch(undefined),
  hopped: z.coerce.boolean().optional().catch(undefined),
  after: z.coerce.number().int().positive().optional().catch(undefined),
});

export type DeskFilter = Partial<z.output<typeof deskFilter>>;

export interface DeskPage {
  rows: DeskRow[];
  next: number | null;
  /** How many of these letters burn how; the lamp asked for is not taken into account. */
  lamps: Record<RunningLamp, number>;
  /** How many letters in all, those without a running clock too. */
  total: number;
}

const pageLength = 30;

/** The queue of whoever handles or oversees letters: oldest due first, nothing in it that they may not read. */
export async function listDeskLetters(db: Db, actor: Actor, filter: DeskFilter, now: Now): Promise<DeskPage> {
  const { lamp, after, ...rest } = filter;
  const mine = deskWhere(actor, rest, now);
  const where = lamp ? and(mine, lettersLit(lamp, now))! : mine;
  const [found, counts] = await Promise.all([
    readDeskRows(db, where, after ?? null, pageLength + 1, now),
    countLamps(db, mine, now),
  ]);
  const rows = found.slice(0, pageLength);
  return { rows, next: found.length > pageLength ? rows.at(-1)!.id : null, ...counts };
}

/** Which letters a filter names among those this person may work on. */
export function deskWhere(actor: Actor, filter: Omit<DeskFilter, "lamp" | "after">, now: Now): SQL {
  const { state, kind, via, lead, owner, region, claim, step, card, waits, urged, hopped } = filter;
  const conditions: (SQL | undefined)[] = [
    lettersFor(actor, "letter.read-internal"),
    state === "all" ? undefined : state ? eq(letters.state, state) : toBeDone(actor),
    kind ? eq(letters.kind, kind) : undefined,
    via ? eq(letters.via, via) : undefined,
    lead ? ledBy(lead) : undefined,
    owner ? withClock(sql`${clocks.officeId} = (select o.id from ${offices} o where o.slug = ${owner})`) : undefined,
    region ? under(region) : undefined,
    claim ? claimed(actor, claim) : undefined,
    step ? and(lettersToStep(actor, step), inArray(letters.state, [...steps[step].from])) : undefined,
    card ? withClock(carded(card, now)) : undefined,
    waits ? waitingFor(actor, waits) : undefined,
    urged ? gte(letters.urges, 1) : undefined,
    hopped ? gte(letters.hops, 2) : undefined,
  ];
  return and(...conditions)!;
}

/** What offices have work with, unless another letter speaks for it; and what this person's office has to review. */
const toBeDone = (actor: Actor): SQL =>
  sql`((${inArray(letters.state, letterState.enumValues.filter(isOpen))} and ${letters.mergedInto} is null)
    or (${letters.reviewOfficeId} is not null and ${standingAs(actor, "superior")}))`;

const ledBy = (lead: string): SQL =>
  lead === "none"
    ? sql`${letters.leadOfficeId} is null`
    : sql`${letters.leadOfficeId} = (select o.id from ${offices} o where o.slug = ${lead})`;

const withClock = (condition: SQL): SQL =>
  sql`exists (select 1 from ${clocks} where ${clocks.letterId} = ${letters.id} and ${burning} and ${condition})`;

/** A red card takes the yellow one's place. */
function carded(card: "yellow" | "red", now: Now): SQL {
  const at = sql`${now.at.toISOString()}::timestamptz`;
  const running = sql`${clocks.pausedAt} is null`;
  return card === "red"
    ? sql`${running} and ${clocks.redAt} <= ${at}`
    : sql`${running} and ${clocks.yellowAt} <= ${at} and ${clocks.redAt} > ${at}`;
}

const under = (region: string): SQL =>
  sql`${letters.regionId} in (select r.id from ${regions} r
    where (select named.id from ${regions} named where named.slug = ${region}) = any(r.lineage))`;

function claimed(actor: Actor, claim: "mine" | "nobody"): SQL {
  const own = claim === "mine" ? sql` and ${claims.personId} = ${isPerson(actor) ? actor.id : 0}` : sql``;
  const found = sql`exists (select 1 from ${claims} where ${claims.subject} = 'letter:' || ${letters.id}${own})`;
  return claim === "mine" ? found : sql`not ${found}`;
}

async function countLamps(db: Db, where: SQL, now: Now): Promise<Pick<DeskPage, "lamps" | "total">> {
  const rows = await db
    .select({
      lamp: sql<RunningLamp | null>`case when ${clocks.id} is not null then ${lampSql(now)} end`,
      n: sql<number>`count(*)::int`,
    })
    .from(letters)
    .leftJoin(clocks, and(eq(clocks.letterId, letters.id), burning))
    .where(where)
    .groupBy(sql`1`);
  const counted = new Map(rows.map(({ lamp, n }) => [lamp, n]));
  return {
    lamps: Object.fromEntries(runningLamps.map((lamp) => [lamp, counted.get(lamp) ?? 0])) as Record<
      RunningLamp,
      number
    >,
    total: rows.reduce((sum, { n }) => sum + n, 0),
  };
}
