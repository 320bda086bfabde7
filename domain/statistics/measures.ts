import { type SQL, sql } from "drizzle-orm";
import type { Measure } from "./figures.ts";

/** Later than every day: as of now. */
export const forEver = sql`'infinity'::date`;

/** The verdict in force on a day: that on the second answer stands in the place of the first. */
const inForce = (column: "solved" | "attitude" | "speed", asOf: SQL) => {
  const first = sql.raw(`f.${column}`);
  const again = sql.raw(`f.${column}_again`);
  return sql`case when f.judged_again_on <= ${asOf} then ${again} when f.judged_on <= ${asOf} then ${first} end`;
};

/** Most letters are never judged: of these nothing more is looked at. */
const graded = (column: "solved" | "attitude" | "speed", grade: string) => (asOf: SQL) =>
  sql`f.judged_on <= ${asOf} and ${inForce(column, asOf)} = ${sql.raw(`'${grade}'`)}`;

/** Which letters a measure counts as of a day, as conditions on `letter_facts f`. */
const conditions: Record<Measure, (asOf: SQL) => SQL> = {
  received: (asOf) => sql`f.received_on <= ${asOf}`,
  answered: (asOf) => sql`f.answered_on <= ${asOf}`,
  onTime: (asOf) => sql`f.on_time and f.answered_on <= ${asOf}`,
  personally: (asOf) => sql`f.personally and f.answered_on <= ${asOf}`,
  refused: (asOf) => sql`f.refused @> ${asOf}`,
  withdrawn: (asOf) => sql`f.withdrawn_on <= ${asOf}`,
  merged: (asOf) => sql`f.merged @> ${asOf}`,
  reopened: (asOf) => sql`f.reopened_on <= ${asOf}`,
  hops: (asOf) => sql`f.hopped_on[1] <= ${asOf}`,
  closed: (asOf) => sql`f.closed @> ${asOf}`,
  unrated: (asOf) => sql`f.closed @> ${asOf} and (f.judged_on is null or f.judged_on > ${asOf})`,
  judged: (asOf) => sql`f.judged_on <= ${asOf}`,
  solved: graded("solved", "yes"),
  partly: graded("solved", "partly"),
  unsolved: graded("solved", "no"),
  verySatisfied: graded("attitude", "very_satisfied"),
  satisfied: graded("attitude", "satisfied"),
  acceptable: graded("attitude", "acceptable"),
  dissatisfied: graded("attitude", "dissatisfied"),
  veryDissatisfied: graded("attitude", "very_dissatisfied"),
  speedVerySatisfied: graded("speed", "very_satisfied"),
  speedSatisfied: graded("speed", "satisfied"),
  speedAcceptable: graded("speed", "acceptable"),
  speedDissatisfied: graded("speed", "dissatisfied"),
  speedVeryDissatisfied: graded("speed", "very_dissatisfied"),
};

/** The letters behind a number: which of `letter_facts f` a measure counts as of a day. */
export const counts = (measure: Measure, asOf: SQL): SQL => conditions[measure](asOf);

/** The number itself, over `letter_facts f`. A letter that changed hands twice has two hops; all else counts letters. */
export function sumOf(measure: Measure, asOf: SQL): SQL {
  if (measure !== "hops") return sql`(count(*) filter (where ${counts(measure, asOf)}))::int`;
  return sql`coalesce(sum(case when f.hopped_on <> '{}' then
    (select count(*) from unnest(f.hopped_on) hop where hop <= ${asOf}) else 0 end), 0)::int`;
}

/** A measure's column in `figures`. */
export const columnOf = (measure: Measure): SQL =>
  sql.identifier(measure.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)) as unknown as SQL;
