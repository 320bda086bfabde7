import { createHash } from "node:crypto";
import type postgres from "postgres";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { saltedHash } from "#domain/events/record.ts";
import { generateLetters, type Mailbox } from "./letters.ts";
import { generateComments, generatePeople, generatePosts, generateVotes, shapeOf } from "./talk.ts";

export interface Sizes {
  comments: number;
  letters: number;
}

export interface Generated {
  people: number;
  posts: number;
  comments: number;
  votes: number;
  letters: number;
  /** Of what was made, whenever and wherever: the same sizes give the same. */
  checksum: string;
}

/**
 * A city at size, behind the scenario that is there already: a thread of 100,000 comments, the others by Zipf's law, votes
 * whose sums are the stored counts, letters with their course and their clocks. Always the same for the same sizes.
 */
export async function generate(
  sql: postgres.Sql,
  sizes: Sizes,
  { until, calendar }: { until: Date; calendar: Calendar },
  told: (what: string) => void,
): Promise<Generated> {
  const people = Math.max(10_000, Math.floor(sizes.comments / 100));
  const base = {
    person: await firstFree(sql, "people"),
    post: await firstFree(sql, "posts"),
    comment: await firstFree(sql, "comments"),
    letter: await firstFree(sql, "letters"),
    event: await firstFree(sql, "events"),
  };
  const offices = (await sql<{ id: number }[]>`select id::int from offices order by id`).map(({ id }) => id);
  const leaders = await sql<{ id: number; officeId: number }[]>`
    select id::int, office_id::int as "officeId" from leaders order by id`;
  const mailboxes = await sql<Mailbox[]>`
    select m.id::int, m.slug, m.office_id::int as "officeId", o.region_id::int as "regionId"
    from mailboxes m join offices o on o.id = m.office_id order by m.id`;

  const shape = shapeOf(sizes.comments);
  const around = { base, people, until };
  await generatePeople(sql, people, base, until);
  await generatePosts(sql, shape, { leaders, offices }, around);
  told(`${people} people, ${shape.posts} posts`);
  await generateComments(sql, shape, around);
  told(`${sizes.comments} comments`);
  const votes = await generateVotes(sql, shape, around);
  told(`${votes} votes`);
  await generateLetters(sql, sizes.letters, { ...around, mailboxes, offices, calendar, salted: saltedHash });
  told(`${sizes.letters} letters`);
  return { people, posts: shape.posts, ...sizes, votes, checksum: await checksumOf(sql, base) };
}

async function firstFree(sql: postgres.Sql, table: string): Promise<number> {
  const [row] = await sql<{ id: number }[]>`select coalesce(max(id), 0)::int + 1 as id from ${sql(table)}`;
  return row!.id;
}

/** Of words, places and counts; neither days nor salts are in it. */
async function checksumOf(sql: postgres.Sql, base: Record<"comment" | "letter", number>): Promise<string> {
  const hash = createHash("sha256");
  const parts = await sql`
    select count(*)::int as n, sum(hashtext(body))::text as words, sum(up)::text as up, sum(down)::text as down,
      sum((id - ${base.comment}) * coalesce(parent_id - ${base.comment} + 1, 0) % 1000003)::text as places,
      sum(reply_count)::text as replies
    from comments where id >= ${base.comment}
    union all
    select count(*)::int, sum(hashtext(title || body))::text, sum(mailbox_id)::text, sum(lead_office_id)::text,
      count(distinct number)::text, null
    from letters where id >= ${base.letter}`;
  return hash.update(JSON.stringify(parts)).digest("hex");
}
