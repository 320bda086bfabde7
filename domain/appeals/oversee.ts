import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { appealReports } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { lockAppeal } from "./appeal.ts";
import { type appealWords, type decideReportInput, longestWords, type reportInput } from "./input.ts";
import { overseerOf, type Stepped, takeAppealStep } from "./take-step.ts";
import { namelessWords } from "./wording.ts";

/**
 * 举报: somebody signed in says that an appeal is misused. Those who look into it read the words, nobody else does; of one
 * person one report at a time is open.
 */
export async function reportAppeal(
  db: Db,
  actor: Actor,
  input: z.output<typeof reportInput>,
  now: Now,
): Promise<Stepped> {
  authorize(actor, "appeal.report");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const words = namelessWords("words", input.words, longestWords);
  const { postId, reason } = input;
  return transact(db, async (tx) => {
    await lockAppeal(tx, postId);
    const row = { postId, personId: actor.id, reason, words, at: now.at };
    const [made] = await tx.insert(appealReports).values(row).onConflictDoNothing().returning({ id: appealReports.id });
    if (!made) throw new Refusal("appeals.alreadyReported");
    const eventId = await record(tx, {
      what: "appeal.report",
      topics: [],
      actor,
      as: { role: "citizen" },
      subject: `appeal-report:${made.id}`,
      counts: { post: postId, reason },
      words,
      public: false,
      at: now.at,
    });
    return { postId, eventId };
  });
}

/** Unfounded, or pledges are suspended with a public reason: then every report on that appeal is answered. */
export async function decideReport(
  db: Db,
  actor: Actor,
  { reportId, outcome, words }: z.output<typeof decideReportInput>,
  now: Now,
): Promise<Stepped> {
  return transact(db, async (tx) => {
    const [report] = await tx.select().from(appealReports).where(eq(appealReports.id, reportId));
    if (!report) throw new Refusal("appeals.noSuchReport");
    const { postId } = report;
    if (outcome === "suspended") return suspendAppeal(tx, actor, { postId, words }, now);
    const appeal = await lockAppeal(tx, postId);
    authorize(actor, "appeal.oversee", appeal);
    const decision = namelessWords("words", words, longestWords);
    const as = await overseerOf(tx, actor, appeal);
    const settled = await settle(tx, eq(appealReports.id, reportId), { outcome, decision }, as.officeId ?? null, now);
    if (settled === 0) throw new Refusal("appeals.reportDecided");
    const eventId = await record(tx, {
      what: "appeal.dismiss-report",
      topics: [],
      actor,
      as,
      subject: `appeal-report:${reportId}`,
      counts: { post: postId },
      words: decision,
      public: false,
      at: now.at,
    });
    return { postId, eventId };
  });
}

/** Pledges stop, for a reason that stands where they were offered. What was promised can still be taken back. */
export function suspendAppeal(db: Db, actor: Actor, input: z.output<typeof appealWords>, now: Now): Promise<Stepped> {
  return takeAppealStep(db, actor, input.postId, "suspend", now, async (tx, { postId }, as) => {
    const suspension = namelessWords("suspension", input.words, longestWords);
    const officeId = as.officeId ?? null;
    const decided = { outcome: "suspended", decision: suspension } as const;
    await settle(tx, eq(appealReports.postId, postId), decided, officeId, now);
    return { set: { suspension, suspendedAt: now.at, suspendedById: officeId }, words: suspension };
  });
}

/** What was suspected was not so, or is mended: people may promise again. */
export function resumeAppeal(db: Db, actor: Actor, input: z.output<typeof appealWords>, now: Now): Promise<Stepped> {
  return takeAppealStep(db, actor, input.postId, "resume", now, () => {
    const words = namelessWords("resumption", input.words, longestWords);
    return { set: { suspension: null, suspendedAt: null, suspendedById: null }, words };
  });
}

async function settle(
  tx: Tx,
  which: ReturnType<typeof eq>,
  decided: Pick<typeof appealReports.$inferInsert, "outcome" | "decision">,
  decidedById: number | null,
  now: Now,
): Promise<number> {
  const settled = await tx
    .update(appealReports)
    .set({ ...decided, decidedById, decidedAt: now.at })
    .where(and(which, isNull(appealReports.outcome)))
    .returning({ id: appealReports.id });
  return settled.length;
}
