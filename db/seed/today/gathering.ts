import { and, eq } from "drizzle-orm";
import { leaders, posts } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { writeComment } from "#domain/comments/write.ts";
import { gatherConcerns } from "#domain/concerns/gather-concerns.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import type { Cast } from "../cast.ts";

const said: [author: string, body: string][] = [
  ["演示网友 31", "仙塘镇河边夜里又有船抽沙，河堤塌了一段，离田只有几米了。"],
  ["演示网友 32", "仙塘镇河边夜里抽沙的船回来了，河堤塌了，再塌就到田里。"],
  ["演示网友 33", "夜里有船在仙塘镇河边抽沙，河堤塌了一段，请水务去看看。"],
  ["演示网友 34", "我家的田就在仙塘镇河边，夜里抽沙的船一来，河堤塌得更宽。"],
  ["演示网友 35", "仙塘镇河边抽沙，河堤塌了一段，夜里机器响到三点。"],
];

const written: [author: string, title: string, body: string][] = [
  [
    "演示网友 36",
    "仙塘镇河边夜里抽沙，河堤塌了一段",
    "仙塘镇河边连续几晚有船抽沙，河堤塌了一段，汛期一到就危险，请尽快制止。",
  ],
  ["演示网友 37", "请制止仙塘镇河边夜里抽沙", "夜里有船在仙塘镇河边抽沙，河堤塌了一段，白天就开走，请夜里来查。"],
];

/** Of these days, and all at once: what many people of one county write about one thing, before it is a storm. */
export async function gatherDemo(tx: Tx, cast: Cast, now: Now): Promise<void> {
  const [post] = await tx
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(and(eq(leaders.handle, "dongyuan-shuji"), posts.demo))
    .limit(1);
  for (const [author, body] of said) {
    await writeComment(tx, cast.citizen(author), { postId: post!.id, body, demo: true }, now);
  }
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
