import type { Db } from "#db/client.ts";
import type { LetterKind } from "#db/schema/letters.ts";
import { type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { computeClock, type Term } from "#domain/calendar/term.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";

interface Expected {
  by: CivilDate;
  term: Term;
  /** The year's notice is not there yet: 预计. */
  provisional: boolean;
}

export interface ExpectedDates {
  accept: Expected;
  /** The latest day of an ordinary answer, if the letter is accepted on its last day. */
  finish: Expected;
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
    computeClock({ startedAt, term, pauses: [], roll, calendar, thresholds });
  const term = policies[kind === "inquiry" ? "finish.inquiry" : "finish.ordinary"];
  const accepted = due(now.at, accept);
  const finished = due(startOf(accepted.dueOn), term);
  return {
    accept: { by: accepted.dueOn, term: accept, provisional: accepted.provisional },
    finish: { by: finished.dueOn, term, provisional: accepted.provisional || finished.provisional },
    judging,
    urgeEvery: policies["urge.every"],
  };
}
