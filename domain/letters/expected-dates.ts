import type { Db } from "#db/client.ts";
import type { LetterKind } from "#db/schema/letters.ts";
import { type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { computeClock, type Term } from "#domain/calendar/term.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";

export interface ExpectedDates {
  accept: { by: CivilDate; term: Term };
  /** The latest day of an ordinary answer, if the letter is accepted on its last day. */
  finish: { by: CivilDate; term: Term };
  judging: Term;
  /** Days between two urgings. */
  urgeEvery: number;
}

/** What a writer is promised on sending: dates, not "soon". Class and pauses may change the second one; both are told then. */
export async function expectedDates(db: Db, kind: LetterKind, now: Now): Promise<ExpectedDates> {
  const policies = await readPolicies(db, now.today);
  const { calendar } = now;
  const { roll, thresholds, accept, judging } = policies;
  const due = (startedAt: Date, term: Term) =>
    computeClock({ startedAt, term, pauses: [], roll, calendar, thresholds }).dueOn;
  const term = policies[kind === "inquiry" ? "finish.inquiry" : "finish.ordinary"];
  const acceptBy = due(now.at, accept);
  return {
    accept: { by: acceptBy, term: accept },
    finish: { by: due(startOf(acceptBy), term), term },
    judging,
    urgeEvery: policies["urge.every"],
  };
}
