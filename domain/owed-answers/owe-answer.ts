import { type OwedFor, owedAnswers } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { clock as timetable } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Term } from "#domain/calendar/term.ts";
import { record } from "#domain/events/record.ts";
import { countClock } from "#domain/policies/count-clock.ts";
import type { PolicyName } from "#domain/policies/policies.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";

export const policyOf = { comment: "comment.answer", story: "story.answer" } as const satisfies Record<
  OwedFor,
  PolicyName
>;

interface Debt {
  what: OwedFor;
  postId: number;
  /** The comment that is to be answered; of a story none. */
  commentId?: number;
  officeId: number;
  leaderId?: number | null;
}

/**
 * From now on an answer is owed in public, by a date and under a light. Once for each comment, and once for each office that
 * a story names: asked again it changes nothing. Says whether it began.
 */
export async function oweAnswer(tx: Tx, debt: Debt, now: Now): Promise<boolean> {
  const policies = await readPolicies(tx, now.today);
  const rule = policyOf[debt.what];
  const { dueAt, amberAt, yellowAt, redAt, provisional, working } = countClock(
    { startedAt: now.at, term: policies[rule] as Term, rule, pauses: [] },
    policies,
    now,
  );
  const [owed] = await tx
    .insert(owedAnswers)
    .values({ ...debt, startedAt: now.at, dueAt, amberAt, yellowAt, redAt, provisional, working })
    .onConflictDoNothing()
    .returning({ id: owedAnswers.id });
  if (!owed) return false;
  await record(tx, {
    what: `${debt.what}.owe`,
    topics: [`post:${debt.postId}`, "owed-answers"],
    actor: timetable,
    as: { role: "clock", officeId: debt.officeId, leaderId: debt.leaderId ?? null },
    subject: debt.commentId ? `comment:${debt.commentId}` : `post:${debt.postId}`,
    counts: { post: debt.postId, comment: debt.commentId ?? null, due: working.dueOn },
    public: true,
    at: now.at,
  });
  return true;
}
