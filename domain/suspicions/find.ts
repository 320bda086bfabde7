import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Evidence, suspicions } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { alone } from "#domain/votes/alone.ts";
import { setWeight } from "#domain/votes/standing.ts";
import { suspectsAmong, type Voter } from "./patterns.ts";

/** The newest votes are looked through; older ones were when they were new. */
const newest = 20_000;
const hours = 24;

interface Row extends Record<string, unknown> {
  post: number;
  person: number;
  opened: string;
  voted: string;
  places: string[] | null;
  words: string | null;
}

/**
 * Looks under every post that was voted on for accounts that look organised. Their votes lose their weight in the heat and
 * stay in the total, until a moderator confirms or clears them; whom a moderator has decided on is not suspected again.
 */
export async function findSuspicions(db: Db, now: Now): Promise<number> {
  let found = 0;
  for (const [postId, voters] of await votersByPost(db, now)) {
    const suspects = suspectsAmong(voters);
    if (suspects.size > 0) found += await suspect(db, postId, suspects, now);
  }
  return found;
}

async function votersByPost(db: Db, now: Now): Promise<Map<number, Voter[]>> {
  const since = new Date(now.at.getTime() - hours * 3_600_000).toISOString();
  const rows = await db.execute<Row>(sql`
    with voted as (
      select post_id, person_id, max(at) as at from votes
      where id > (select coalesce(max(id), 0) - ${newest} from votes) and at > ${since}::timestamptz and choice <> 0
      group by post_id, person_id
    ), busy as (select post_id from voted group by post_id having count(*) > 4)
    select v.post_id::float8 as post, v.person_id::float8 as person, p.created_at as opened, v.at as voted,
      (select array_agg(distinct s.place_hash) from sign_ins s
        where s.person_id = v.person_id and s.place_hash is not null) as places,
      (select string_agg(c.body, ' ') from (select body from comments
        where author_id = v.person_id and post_id = v.post_id and hidden_at is null order by id desc limit 5) c) as words
    from voted v join busy on busy.post_id = v.post_id join people p on p.id = v.person_id`);
  const by = new Map<number, Voter[]>();
  for (const { post, person, opened, voted, places, words } of rows) {
    const voter = {
      personId: person,
      openedAt: new Date(opened),
      votedAt: new Date(voted),
      places: places ?? [],
      words: words ?? "",
    };
    by.set(post, [...(by.get(post) ?? []), voter]);
  }
  return by;
}

function suspect(db: Db, postId: number, suspects: Map<number, Evidence>, now: Now): Promise<number> {
  return transact(db, async (tx) => {
    await alone(tx, true);
    const fresh = await tx
      .insert(suspicions)
      .values([...suspects].map(([personId, evidence]) => ({ postId, personId, evidence, foundAt: now.at })))
      .onConflictDoNothing()
      .returning({ personId: suspicions.personId });
    if (fresh.length === 0) return 0;
    await setWeight(
      tx,
      postId,
      fresh.map(({ personId }) => personId),
      true,
    );
    await record(tx, {
      what: "votes.suspect",
      topics: [`post:${postId}`, "log"],
      actor: clock,
      as: { role: "clock" },
      subject: `post:${postId}`,
      counts: { post: postId, n: fresh.length },
      public: true,
      at: now.at,
    });
    return fresh.length;
  });
}
