import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { mentions, updates } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { mentionsOfDesk, mentionsOfPerson } from "#domain/access/mentions-visibility.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Hit, readHits } from "#domain/search/read-hits.ts";
import { type Mentioning, mentioning } from "./read-said.ts";

export interface MentionPage {
  hits: Hit[];
  /** For `after` of the next page: kind and id of the last on this one. */
  next: string | null;
}

const pageLength = 20;

/** Where somebody is named themselves, or where their desk is: the newest first, in what everybody may read now. */
export async function listMentions(
  db: Db,
  actor: Actor,
  { of, after }: { of: "person" | "desk"; after: string | null },
  now: Now,
): Promise<MentionPage> {
  authorize(actor, of === "desk" ? "mention.desk" : "mention.list");
  const mine = of === "desk" ? mentionsOfDesk(actor) : mentionsOfPerson(actor);
  const rows = await db
    .select({
      kind: sql<Mentioning>`${mentions.kind}`,
      ofId: mentions.ofId,
      postId: updates.postId,
      names: sql<string[]>`array_agg(${mentions.name})`,
    })
    .from(mentions)
    .leftJoin(updates, and(eq(mentions.kind, "update"), eq(updates.id, mentions.ofId)))
    .where(mine)
    .groupBy(mentions.kind, mentions.ofId, updates.postId)
    .having(after ? olderThan(after) : undefined)
    .orderBy(sql`max(${mentions.at}) desc, ${mentions.kind} desc, ${mentions.ofId} desc`)
    .limit(pageLength + 1);
  const page = rows.slice(0, pageLength);
  const last = rows.length > pageLength ? page.at(-1)! : null;
  // An update is found as a part of its post.
  const places = page.map(({ kind, ofId, postId }) =>
    kind === "update" ? { kind: "post" as const, ofId: postId! } : { kind, ofId },
  );
  const words = [...new Set(page.flatMap(({ names }) => names))].map((name) => `@${name.toLowerCase()}`);
  return { hits: await readHits(db, places, { words, grams: [] }, now), next: last && `${last.kind}-${last.ofId}` };
}

function olderThan(after: string) {
  const [kind, id] = after.split("-");
  const known = mentioning.find((one) => one === kind) ?? "post";
  return sql`(max(${mentions.at}), ${mentions.kind}, ${mentions.ofId}) < (
    select max(m.at), m.kind, m.of_id from ${mentions} m where m.kind = ${known}::search_kind and m.of_id = ${Number(id) || 0}
    group by m.kind, m.of_id)`;
}
