import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { follows, leaders, letters, offices, regions, tagUses } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { followInput } from "./input.ts";

type Follow = z.output<typeof followInput>;

/** Follows, or follows no more; doing it twice is the same as once. It is nobody else's business and leaves no event. */
export async function follow(db: Db, actor: Actor, { topic, follow: wanted }: Follow, now: Now): Promise<Follow> {
  authorize(actor, "follow");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  if (wanted === 0) {
    await db.delete(follows).where(and(eq(follows.personId, actor.id), eq(follows.topic, topic)));
  } else {
    if (!(await isThere(db, actor, topic))) throw new Refusal("follows.nothingThere");
    await db.insert(follows).values({ personId: actor.id, topic, at: now.at }).onConflictDoNothing();
  }
  return { topic, follow: wanted };
}

/** What one may not know of cannot be followed. */
async function isThere(db: Db, actor: Actor, topic: string): Promise<boolean> {
  const [what, name = ""] = topic.split(/:(.*)/s);
  const found = {
    leader: () => db.$count(leaders, eq(leaders.handle, name)),
    office: () => db.$count(offices, eq(offices.slug, name)),
    region: () => db.$count(regions, eq(regions.slug, name)),
    letter: () => db.$count(letters, and(eq(letters.number, name), lettersFor(actor, "letter.know"))),
    tag: async () => (await db.select().from(tagUses).where(eq(tagUses.tag, name)).limit(1)).length,
  }[what as "leader" | "office" | "region" | "letter" | "tag"];
  return (await found()) > 0;
}

/** Which of these somebody follows. */
export async function readMyFollows(db: Db, personId: number, topics: readonly string[]): Promise<string[]> {
  if (topics.length === 0) return [];
  const rows = await db
    .select({ topic: follows.topic })
    .from(follows)
    .where(and(eq(follows.personId, personId), inArray(follows.topic, [...topics])));
  return rows.map(({ topic }) => topic);
}
