import { sql } from "drizzle-orm";
import { identities, letterLevels, mailAddresses, notices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { dispatch } from "./dispatch.ts";

type Row = typeof notices.$inferSelect;

export interface Telling extends Pick<Row, "eventId" | "what" | "kind" | "at"> {
  letterId?: number;
  commentId?: number;
  postId?: number;
  /** What unread notices are gathered by. */
  about?: string;
  asks?: boolean;
  /** It happens to many at once: no message goes with it. */
  inAppOnly?: boolean;
  /** Stands in the list and rings nobody. */
  silently?: boolean;
}

/** Of a letter's event: everything unread of the same letter stands together. */
export const ofLetter = ({ id, at }: { id: number; at: Date }, letterId: number) => ({
  eventId: id,
  at,
  letterId,
  about: `letter:${letterId}`,
});

/**
 * Tells people of an event: in the app, where unread notices of one thing stand under the newest, and over the channels they
 * chose. Each once, however often the same event comes; not whoever chose to hear less of that letter.
 */
export async function tell(tx: Tx, telling: Telling, personIds: readonly number[], now: Now): Promise<void> {
  const told = await note(tx, telling, personIds);
  if (told.length === 0) return;
  const ids = told.map(({ id }) => Number(id));
  await fold(tx, ids);
  if (!telling.silently) {
    await ringBadges(
      tx,
      told.map(({ person_id }) => Number(person_id)),
      now.at,
    );
  }
  if (telling.inAppOnly) return;
  for (const id of await reachable(tx, ids)) await dispatch(tx, id, now);
}

const anyOf = (ids: readonly number[]) => sql`any(${sql.param([...ids])}::bigint[])`;

/** One statement for however many there are: a letter may have ten thousand followers. */
function note(tx: Tx, telling: Telling, personIds: readonly number[]) {
  const { eventId, letterId = null, commentId = null, postId = null, what, kind, asks = false, about = null } = telling;
  const at = sql`${telling.at.toISOString()}::timestamptz`;
  return tx.execute<{ id: string; person_id: string }>(sql`
    insert into ${notices} (person_id, event_id, letter_id, comment_id, post_id, what, kind, asks, about, at, read_at)
    select p.id, ${eventId}::bigint, ${letterId}::bigint, ${commentId}::bigint, ${postId}::bigint, ${what}, ${kind}, ${asks}::boolean,
      ${about}::text, ${at}, ${telling.silently ? at : sql`null::timestamptz`}
    from unnest(${sql.param([...personIds])}::bigint[]) p(id)
    where not exists (select 1 from ${letterLevels} where ${letterLevels.personId} = p.id
      and ${letterLevels.letterId} = ${letterId}::bigint
      and (${letterLevels.level} = 'nothing' or (${letterLevels.level} = 'asks' and not ${asks}::boolean)))
    on conflict do nothing returning id, person_id`);
}

/** A desk with two hundred letters has two hundred lines at most, each with the newest that happened. */
async function fold(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.execute(sql`
    update ${notices} older set folded_into = newest.id from ${notices} newest
    where newest.id = ${anyOf(ids)} and newest.read_at is null and older.person_id = newest.person_id
      and older.about = newest.about and older.read_at is null and older.id < newest.id`);
}

/** The notices whose readers have left a telephone or an address. */
async function reachable(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select ${notices.id} from ${notices} where ${notices.id} = ${anyOf(ids)} and (
      exists (select 1 from ${identities} where ${identities.personId} = ${notices.personId} and ${identities.phoneSealed} is not null)
      or exists (select 1 from ${mailAddresses} where ${mailAddresses.personId} = ${notices.personId}))
    order by ${notices.id}`);
  return rows.map(({ id }) => Number(id));
}

const topicsAnEvent = 100;

/**
 * The open pages of these people learn of it through topics of their own. They must not stand on the letter's own event:
 * topics are public, and would tell that two nameless letters are by the same hand.
 */
async function ringBadges(tx: Tx, personIds: readonly number[], at: Date): Promise<void> {
  for (let from = 0; from < personIds.length; from += topicsAnEvent) {
    const topics = personIds.slice(from, from + topicsAnEvent).map((id) => `person:${id}`);
    await record(tx, {
      what: "notice.told",
      topics,
      actor: clock,
      as: { role: "clock" },
      subject: topics[0]!,
      public: false,
      at,
    });
  }
}
