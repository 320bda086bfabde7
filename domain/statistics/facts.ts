import { and, type SQL, sql } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";

/** The day that the wall calendar in Shanghai showed. */
const dayOf = (at: SQL) => sql`(${at} at time zone 'Asia/Shanghai')::date`;

/** From which day until before which one a letter was in a state; the next event that moved it ends it. */
const stood = (state: string) =>
  sql`coalesce(range_agg(daterange(day, next)) filter (where becomes = ${sql.raw(`'${state}'`)}), '{}')`;

/** What the letter's own events tell: when it was closed, refused, withdrawn, reopened, handed on, and who answered first. */
const history = sql`
  select ${stood("closed")} as closed, ${stood("refused")} as refused,
    min(day) filter (where becomes = 'withdrawn') as withdrawn_on,
    min(day) filter (where what = 'letter.reopen') as reopened_on,
    coalesce(array_agg(day order by id) filter (where hops), '{}') as hopped_on,
    (array_agg(role = 'leader' and leader_id = m.leader_id order by id) filter (where what = 'letter.answer'))[1] as personally
  from (
    select id, what, role, leader_id, becomes, hops, day, lead(day) over (partition by becomes is null order by id) as next
    from (
      select e.id, e.what, e.role, e.leader_id, e.counts ->> 'to' as becomes, e.counts ? 'hop' as hops,
        ${dayOf(sql`e.at`)} as day
      from events e where e.subject = 'letter:' || letters.id
    ) dated
  ) told`;

const firstFinish = sql`
  select c.due_at from clocks c where c.letter_id = letters.id and c.what = 'finish' order by c.id limit 1`;

const mergings = sql`
  select coalesce(range_agg(daterange(${dayOf(sql`g.merged_at`)}, ${dayOf(sql`g.split_at`)})), '{}') as merged
  from merges g where g.letter_id = letters.id`;

/** What a writer said on the telephone stands only where they kept silent. */
const verdicts = sql`
  select r.round, r.at, r.solved, r.attitude, r.speed from ratings r where r.letter_id = letters.id
  union all
  select 1, b.at, b.solved, b.attitude, b.speed from call_backs b where b.letter_id = letters.id and b.state = 'reached'
    and not exists (select from ratings r where r.letter_id = letters.id)`;

const verdict = (place: "asc" | "desc") => sql`
  select v.round, ${dayOf(sql`v.at`)} as day, v.solved, v.attitude, v.speed from (${verdicts}) v
  order by v.round ${sql.raw(place)} limit 1`;

/**
 * The facts of letters as their own tables and events tell them, column by column as `letter_facts` keeps them. An
 * accusation has none, also not of the time when it was taken for something else: nobody can find it by a difference.
 */
export function factsFrom(which: SQL | undefined): SQL {
  return sql`
    select letters.id as letter_id, letters.mailbox_id, coalesce(letters.lead_office_id, m.office_id) as office_id,
      letters.region_id, letters.kind, ${dayOf(sql`letters.sent_at`)} as received_on,
      ${dayOf(sql`(finish.due_at - interval '1 millisecond')`)} as due_on,
      ${dayOf(sql`letters.answered_at`)} as answered_on,
      coalesce(letters.answered_at < finish.due_at, false) as on_time,
      coalesce(history.personally, false) as personally,
      history.closed, history.refused, mergings.merged, history.withdrawn_on, history.reopened_on, history.hopped_on,
      first.day as judged_on, first.solved, first.attitude, first.speed,
      again.day as judged_again_on, again.solved as solved_again, again.attitude as attitude_again,
      again.speed as speed_again
    from letters
    join mailboxes m on m.id = letters.mailbox_id
    left join lateral (${firstFinish}) finish on true
    left join lateral (${history}) history on true
    left join lateral (${mergings}) mergings on true
    left join lateral (${verdict("asc")}) first on true
    left join lateral (${verdict("desc")}) again on again.round > first.round
    where ${and(lettersFor(nobody, "letter.know"), which)}`;
}

/** These letters alone, as a condition on `letters`. */
export const lettersIn = (ids: readonly number[]): SQL => sql`${letters.id} = any(${sql.param([...ids])}::bigint[])`;
