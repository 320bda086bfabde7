import { and, lt, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import { type CivilDate, partsOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { eraseLetter } from "./erase-letter.ts";

/** In one run: the next one goes on where this one ended. */
const atOnce = 200;

/**
 * The timetable: so many months after a letter is over its writer's name and contacts are erased (policy, six), at once
 * where the writer has closed their account; never while something of it still runs, and never while it is on hold.
 */
export async function eraseOnSchedule(db: Db, now: Now): Promise<number> {
  const { "retention.months": months } = await readPolicies(db, now.today);
  const limit = startOf(monthsBefore(now.today, months));
  const due = await db.execute<{ id: string }>(dueLetters(limit));
  let erased = 0;
  for (const { id } of due) {
    if (await transact(db, (tx) => eraseLetter(tx, clock, Number(id), now))) erased += 1;
  }
  await forgetMessages(db, limit);
  if (erased > 0) await transact(db, (tx) => tellErased(tx, erased, now));
  return erased;
}

/** When a letter was over: closed, or refused, withdrawn or left unsupplied. */
const overAt = sql`coalesce(l.closed_at, (select max(e.at) from events e
  where e.subject = 'letter:' || l.id and e.what in ('letter.refuse', 'letter.withdraw', 'letter.abandon')))`;

const dueLetters = (limit: Date) => sql`
  select l.id from letters l
  left join letter_contacts c on c.letter_id = l.id
  left join people p on p.id = l.author_id
  where l.state in ('closed', 'refused', 'withdrawn') and not l.retention_hold and c.erased_at is null
    and (p.closed_at is not null or ${overAt} < ${limit.toISOString()}::timestamptz)
    and not exists (select from clocks k where k.letter_id = l.id and k.stopped_at is null)
  order by l.id limit ${atOnce}`;

/** Short messages carry a number and what was said: they are kept as long as a contact is. */
async function forgetMessages(db: Db, limit: Date): Promise<void> {
  await db.delete(messages).where(and(ne(messages.state, "waiting"), lt(messages.createdAt, limit)));
}

/** In the public log: how many, and nothing of whom. */
async function tellErased(tx: Tx, letters: number, now: Now): Promise<void> {
  await record(tx, {
    what: "retention.erase",
    topics: ["log"],
    actor: clock,
    as: { role: "clock" },
    subject: "retention:schedule",
    counts: { letters },
    public: true,
    at: now.at,
  });
}

/** The same day of an earlier month, or its last: six months before 31 August is 28 February. */
export function monthsBefore(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const count = Number(year) * 12 + Number(month) - 1 - months;
  const [wantedYear, wantedMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = new Date(Date.UTC(wantedYear, wantedMonth, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${wantedYear}-${two(wantedMonth)}-${two(Math.min(Number(day), last))}` as CivilDate;
}
