import { and, desc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { contests, eventWords, offices, regions, reportRows, reports } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { AssessedOffice } from "#domain/access/to-assessment.ts";
import { addDays, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { Refusal } from "#domain/refusal.ts";
import { findReport } from "./freeze.ts";
import type { contestInput, decideInput } from "./input.ts";
import type { Period } from "./period.ts";

/** 申诉: an office contests its score in the newest version of a report, once a period and within some days of freezing. */
export async function contestScore(
  db: Db,
  actor: Actor,
  input: z.output<typeof contestInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const [report, office] = [await findReport(tx, input.period), await findAssessed(tx, input.office)];
    if (!report || !office) throw new Refusal("assessment.missing");
    authorize(actor, "assessment.contest", office);
    if (!(await isIn(tx, report.id, office.id))) throw new Refusal("assessment.notAssessed");
    const { "contest.within": days } = await readPolicies(tx, now.today);
    if (now.today > addDays(civilDateOf(report.frozenAt), days)) throw new Refusal("assessment.contestOver", { days });
    const raisedEventId = await recordContest(tx, actor, "assessment.contest", speaking(actor, office), input, now);
    const [raised] = await tx
      .insert(contests)
      .values({ reportId: report.id, period: input.period, officeId: office.id, raisedAt: now.at, raisedEventId })
      .onConflictDoNothing()
      .returning({ id: contests.id });
    if (!raised) throw new Refusal("assessment.contested");
  });
}

/**
 * A supervisor above the office decides, in words that everybody reads. Upheld does not change what is frozen: a corrected
 * version does.
 */
export async function decideContest(
  db: Db,
  actor: Actor,
  { contestId, outcome, words }: z.output<typeof decideInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const [contest] = await tx.select().from(contests).where(eq(contests.id, contestId)).for("update");
    const office = contest && (await findAssessed(tx, contest.officeId));
    if (!contest || !office) throw new Refusal("assessment.missing");
    authorize(actor, "assessment.decide", office);
    if (contest.state !== "raised") throw new Refusal("assessment.decided");
    const as = supervising(actor, office);
    const about = { period: contest.period as Period, office: office.slug, words };
    const decidedEventId = await recordContest(tx, actor, `assessment.${outcome}`, as, about, now);
    await tx
      .update(contests)
      .set({ state: outcome, byOfficeId: as.officeId ?? null, decidedAt: now.at, decidedEventId })
      .where(eq(contests.id, contestId));
  });
}

type Found = AssessedOffice & { slug: string };

async function findAssessed(tx: Tx, which: string | number): Promise<Found | null> {
  const [office] = await tx
    .select({ id: offices.id, slug: offices.slug, lineage: regions.lineage })
    .from(offices)
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(typeof which === "string" ? eq(offices.slug, which) : eq(offices.id, which));
  return office ?? null;
}

async function isIn(tx: Tx, reportId: number, officeId: number): Promise<boolean> {
  const [row] = await tx
    .select({ officeId: reportRows.officeId })
    .from(reportRows)
    .where(and(eq(reportRows.reportId, reportId), eq(reportRows.officeId, officeId)));
  return row !== undefined;
}

const grantsOf = (actor: Actor) => (isPerson(actor) ? actor.grants : []);

/** The office's leader speaks as one, else who keeps its mailboxes. */
function speaking(actor: Actor, { id }: Found): Capacity {
  const own = grantsOf(actor).filter(({ officeId }) => officeId === id);
  const leads = own.find(({ role }) => role === "leader");
  return { role: leads ? "leader" : "operator", officeId: id, leaderId: leads?.leaderId ?? null };
}

/** The nearest supervising office above that they serve. */
function supervising(actor: Actor, { lineage }: Found): Capacity {
  const serves = grantsOf(actor).filter(({ role }) => role === "supervisor");
  const nearest = lineage.findLast((region) => serves.some(({ regionId }) => regionId === region));
  return { role: "supervisor", officeId: serves.find(({ regionId }) => regionId === nearest)?.officeId ?? null };
}

interface About {
  period: Period;
  office: string;
  words: string;
}

function recordContest(tx: Tx, actor: Actor, what: string, as: Capacity, about: About, now: Now): Promise<number> {
  if (!about.words.trim()) throw new Refusal("assessment.wordsMissing");
  return record(tx, {
    what,
    topics: ["assessment", `assessment:${about.period}`],
    actor,
    as,
    subject: `report:${about.period}`,
    counts: { period: about.period, office: about.office },
    words: about.words,
    public: true,
    at: now.at,
  });
}

/** A contest as everybody reads it. */
export interface Contest {
  id: number;
  period: Period;
  /** Of the report that was contested. */
  version: number;
  office: Place;
  state: (typeof contests.$inferSelect)["state"];
  raisedAt: Date;
  raised: string | null;
  by: Place | null;
  decidedAt: Date | null;
  decided: string | null;
}

const saidThen = alias(eventWords, "said_then");
const saidAfter = alias(eventWords, "said_after");
const decider = alias(offices, "decider");

/** What offices contested of a period, the latest first. */
export async function listContests(db: Db, period: Period): Promise<Contest[]> {
  const rows = await readContests(db, eq(contests.period, period));
  return rows.map(({ contest }) => contest);
}

/** What waits for this supervisor's decision, the oldest last. */
export async function listToDecide(db: Db, actor: Actor): Promise<Contest[]> {
  const rows = await readContests(db, eq(contests.state, "raised"));
  return rows.flatMap(({ contest, assessed }) => (can(actor, "assessment.decide", assessed) ? [contest] : []));
}

async function readContests(db: Db, which: SQL): Promise<{ contest: Contest; assessed: AssessedOffice }[]> {
  const rows = await db
    .select({
      assessed: { id: offices.id, lineage: regions.lineage },
      contest: {
        id: contests.id,
        period: contests.period,
        version: reports.version,
        state: contests.state,
        raisedAt: contests.raisedAt,
        decidedAt: contests.decidedAt,
      },
      raised: saidThen.text,
      decided: saidAfter.text,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      by: { slug: decider.slug, name: decider.name, nameEn: decider.nameEn },
    })
    .from(contests)
    .innerJoin(reports, eq(reports.id, contests.reportId))
    .innerJoin(offices, eq(offices.id, contests.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(saidThen, eq(saidThen.eventId, contests.raisedEventId))
    .leftJoin(saidAfter, eq(saidAfter.eventId, contests.decidedEventId))
    .leftJoin(decider, eq(decider.id, contests.byOfficeId))
    .where(which)
    .orderBy(desc(contests.id))
    .limit(100);
  return rows.map(({ assessed, contest, ...rest }) => ({
    assessed,
    contest: { ...contest, ...rest, period: contest.period as Period },
  }));
}
