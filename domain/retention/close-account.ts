import { randomInt } from "node:crypto";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { clocks, comments, drafts, identities, letters, people, signatures } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { forgetNotices } from "#domain/notices/forget-notices.ts";
import { Refusal } from "#domain/refusal.ts";
import { revokeAllOf } from "#domain/sign-in/revoke.ts";
import { eraseLetter } from "./erase-letter.ts";
import type { closeInput } from "./input.ts";

/**
 * 注销: a citizen's own wish, typed out (个人信息保护法 art. 47). Telephone and name are erased and the nickname is replaced
 * everywhere; what they said and wrote stays without them. Letters that are over lose their contacts at once, those an
 * office still works on stay with it until they are over, those on hold until they are released.
 */
export async function closeAccount(
  db: Db,
  actor: Actor,
  { nickname }: z.output<typeof closeInput>,
  now: Now,
): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  if (actor.staff) throw new Refusal("retention.deskAccount");
  await transact(db, async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, actor.id)).for("update");
    if (!person || person.closedAt) throw new Refusal("signInFirst");
    if (person.demo) throw new Refusal("retention.demoAccount");
    if (person.nickname !== nickname) throw new Refusal("retention.otherNickname");
    await erasePerson(tx, actor, now);
    for (const { id } of await overLetters(tx, actor)) await eraseLetter(tx, actor, id, now);
    await tellClosed(tx, actor, now);
  });
}

async function erasePerson(tx: Tx, actor: Person, now: Now): Promise<void> {
  const { id } = actor;
  await revokeAllOf(tx, actor, id, now);
  const gone = { phoneHash: null, phoneSealed: null, nameSealed: null, erasedAt: now.at };
  await tx.update(identities).set(gone).where(eq(identities.personId, id));
  await forgetNotices(tx, id);
  await tx.delete(drafts).where(eq(drafts.personId, id));
  await tx.update(signatures).set({ nameHidden: true }).where(eq(signatures.personId, id));
  await tx
    .update(people)
    .set({ nickname: await freeNickname(tx), nicknameGiven: false, closedAt: now.at })
    .where(eq(people.id, id));
}

/** Says that somebody was here and nothing of who. */
async function freeNickname(tx: Tx): Promise<string> {
  for (;;) {
    const nickname = `已注销网友${randomInt(1_000_000, 10_000_000)}`;
    if ((await tx.$count(people, eq(sql`lower(${people.nickname})`, nickname))) === 0) return nickname;
  }
}

/** Over, and nobody owes anything about them any more: no promise, no review, no response. */
const overLetters = (tx: Tx, { id }: Person) =>
  tx
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        eq(letters.authorId, id),
        inArray(letters.state, ["closed", "refused", "withdrawn"]),
        sql`not exists (select from ${clocks} where ${clocks.letterId} = ${letters.id} and ${clocks.stoppedAt} is null)`,
      ),
    );

/**
 * Pages that show the nickname are thrown away at once. Topics are public: a letter without a name stands under none of
 * them, and on its page there is nothing to replace.
 */
async function tellClosed(tx: Tx, actor: Person, now: Now): Promise<void> {
  const said = await tx
    .selectDistinct({ postId: comments.postId })
    .from(comments)
    .where(eq(comments.authorId, actor.id));
  const signed = await tx
    .select({ number: letters.number })
    .from(letters)
    .where(and(eq(letters.authorId, actor.id), eq(letters.visibility, "nickname"), ne(letters.kind, "accusation")));
  const topics = [...said.map(({ postId }) => `post:${postId}`), ...signed.map(({ number }) => `letter:${number}`)];
  const about = { actor, as: { role: "citizen" as const }, at: now.at };
  await record(tx, { ...about, what: "person.erase", topics, subject: `person:${actor.id}`, public: false });
  await record(tx, { ...about, what: "retention.close", topics: ["log"], subject: "retention:account", public: true });
}
