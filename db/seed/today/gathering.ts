import { and, eq } from "drizzle-orm";
import { leaders, posts } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { writeComment } from "#domain/comments/write.ts";
import { gatherConcerns } from "#domain/concerns/gather-concerns.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";

/** How many hours before the first start; all but the first within the three days that are weighed. */
const said: [hoursBefore: number, author: string, body: string][] = [
  [216, "演示网友 38", "仙塘镇河边夜里有船抽沙，河堤会不会塌？"],
  [42, "演示网友 31", "仙塘镇河边夜里又有船抽沙，河堤塌了一段，离田只有几米了。"],
  [34, "演示网友 32", "仙塘镇河边夜里抽沙的船回来了，河堤塌了，再塌就到田里。"],
  [26, "演示网友 33", "夜里有船在仙塘镇河边抽沙，河堤塌了一段，请水务去看看。"],
  [10, "演示网友 34", "我家的田就在仙塘镇河边，夜里抽沙的船一来，河堤塌得更宽。"],
  [3, "演示网友 35", "仙塘镇河边抽沙，河堤塌了一段，夜里机器响到三点。"],
];

const written: [author: string, title: string, body: string][] = [
  [
    "演示网友 36",
    "仙塘镇河边夜里抽沙，河堤塌了一段",
    "仙塘镇河边连续几晚有船抽沙，河堤塌了一段，汛期一到就危险，请尽快制止。",
  ],
  ["演示网友 37", "请制止仙塘镇河边夜里抽沙", "夜里有船在仙塘镇河边抽沙，河堤塌了一段，白天就开走，请夜里来查。"],
];

/** What many people of one county say about one thing, before it is a storm. */
export const gatheringActs = (cast: Cast, now: Now): Act[] =>
  said.map(([hoursBefore, author, body]) => ({
    at: new Date(now.at.getTime() - hoursBefore * 3_600_000),
    run: async (tx, at) => {
      const postId = await findPost(tx);
      return writeComment(tx, cast.citizen(author), { postId, body, demo: true }, at);
    },
  }));

/** The letters about it come last, so that no other letter's number depends on them; then all of it is weighed. */
export async function gatherDemo(tx: Tx, cast: Cast, now: Now): Promise<void> {
  const letter = {
    mailbox: "dongyuan-shuji",
    region: "dongyuan",
    place: "仙塘镇河边",
    kind: "complaint" as const,
    visibility: "nameless" as const,
    via: "letter" as const,
    demo: true,
  };
  for (const [author, title, body] of written) {
    await sendLetter(tx, cast.citizen(author), { ...letter, title, body }, now);
  }
  await gatherConcerns(tx, now);
}

async function findPost(tx: Tx): Promise<number> {
  const [post] = await tx
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(and(eq(leaders.handle, "dongyuan-shuji"), posts.demo))
    .limit(1);
  return post!.id;
}
