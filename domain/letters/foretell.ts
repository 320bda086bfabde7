import type { Db } from "#db/client.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Term, Working } from "#domain/calendar/working.ts";
import { countClock } from "#domain/policies/count-clock.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { termClasses } from "./input.ts";

/** A date that has not been set yet: what it would be if the clock started now. */
export interface Foretold {
  startedAt: Date;
  dueAt: Date;
  on: CivilDate;
  /** Only of a term in hours: a day's end needs no hour. */
  at: Date | null;
  term: Term;
  working: Working;
}

/** Until when a letter that arrives now must be accepted: shown before a comment becomes one. */
export async function foretellAccept(db: Db, now: Now): Promise<Foretold> {
  return foretold(await readPolicies(db, now.today), "accept", now);
}

/** Until when a letter that is accepted now must be answered, by class: whoever chooses the class sees the date first. */
export async function foretellFinish(db: Db, now: Now): Promise<Record<(typeof termClasses)[number], Foretold>> {
  const policies = await readPolicies(db, now.today);
  const each = termClasses.map((one) => [one, foretold(policies, `finish.${one}`, now)] as const);
  return Object.fromEntries(each) as Record<(typeof termClasses)[number], Foretold>;
}

type Rule = "accept" | `finish.${(typeof termClasses)[number]}`;

function foretold(policies: Awaited<ReturnType<typeof readPolicies>>, rule: Rule, now: Now): Foretold {
  const { dueAt, dueOn, working } = countClock(
    { startedAt: now.at, term: policies[rule], rule, pauses: [] },
    policies,
    now,
  );
  const { term } = working;
  return { startedAt: now.at, dueAt, on: dueOn, at: term.unit === "hours" ? dueAt : null, term, working };
}
