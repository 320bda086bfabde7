import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/transact.ts";
import { measures } from "./figures.ts";
import { columnOf, forEver, sumOf } from "./measures.ts";

/** In the place of a month: all months as one, so that what is asked most reads one row a mailbox and kind. */
export const everyMonth = sql`'-infinity'::date`;

/**
 * Each letter stands in the sums of all, of its mailbox, of its office and of the region concerned; in each of them once
 * under the month in which it was received, and once under all months.
 */
const underKeys = sql`cross join lateral (values ('all'::figures_by, 0::bigint), ('mailbox', f.mailbox_id),
    ('office', f.office_id), ('region', f.region_id)) as under(by, key_id)
  cross join lateral (values (date_trunc('month', f.received_on)::date), (${everyMonth})) as received(month)`;
const columns = sql.join(measures.map(columnOf), sql`, `);

/** The sums of the facts as they stand now, in the columns of `figures`. */
export const sumsOf = (which: SQL, sign: 1 | -1 = 1): SQL => sql`
  select under.by, under.key_id, received.month, f.kind,
    ${sql.join(
      measures.map((measure) => sql`${sql.raw(String(sign))} * ${sumOf(measure, forEver)} as ${columnOf(measure)}`),
      sql`, `,
    )}
  from letter_facts f ${underKeys} where ${which} group by 1, 2, 3, 4`;

/** In how many civil days the first answers came, in the columns of `answer_days`. */
export const daysOf = (which: SQL, sign: 1 | -1 = 1): SQL => sql`
  select under.by, under.key_id, received.month, f.kind, f.answered_on - f.received_on as days,
    ${sql.raw(String(sign))} * count(*)::int as letters
  from letter_facts f ${underKeys} where f.answered_on is not null and ${which} group by 1, 2, 3, 4, 5`;

/** Adds the facts of these letters to the stored sums, or takes them away. */
export async function moveSums(tx: Tx, which: SQL, sign: 1 | -1): Promise<void> {
  const added = measures.map(
    (measure) => sql`${columnOf(measure)} = figures.${columnOf(measure)} + excluded.${columnOf(measure)}`,
  );
  await tx.execute(sql`
    insert into figures (by, key_id, month, kind, ${columns}) ${sumsOf(which, sign)}
    on conflict (by, key_id, month, kind) do update set ${sql.join(added, sql`, `)}`);
  await tx.execute(sql`
    insert into answer_days (by, key_id, month, kind, days, letters) ${daysOf(which, sign)}
    on conflict (by, key_id, month, kind, days) do update set letters = answer_days.letters + excluded.letters`);
}
