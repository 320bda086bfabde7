import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, dispatches, letters, messages, noticePreferences, noticeSettings } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { writeComment } from "#domain/comments/write.ts";
import { deliverMessages } from "#domain/messages/deliver.ts";
import type { Message } from "#domain/messages/queue.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeCitizen, makeHandler } from "#test/factories/people.ts";
import { makeComment } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { queued, withMail, withPhone } from "#test/reached.ts";
import { listNotices } from "./read-notices.ts";
import { sendDigests } from "./send-digests.ts";
import { tell } from "./tell.ts";
import { unsubscribe } from "./unsubscribe.ts";

const day = on("2026-09-18", "10:00");
const night = on("2026-09-18", "23:00");

beforeEach(() => vi.stubEnv("PUBLIC_URL", "https://gongpu.example"));

/** Whoever is told of the answer to a letter of theirs. */
async function makeReader(db: Db) {
  const author = await withMail(db, await withPhone(db, await makeCitizen(db)));
  return { author, letter: await makeLetter(db, { author, state: "answered" }) };
}

const eventOf = async (db: Db, letterId: number, what: string): Promise<number> => {
  const [row] = await db.execute<{ id: string }>(
    sql`select id from events where subject = ${`letter:${letterId}`} and what = ${what}`,
  );
  return Number(row!.id);
};

async function tellAnswer(db: Db, person: Person, letterId: number, now: Now): Promise<void> {
  const telling = { eventId: await eventOf(db, letterId, "letter.answer"), at: now.at, letterId, asks: true } as const;
  await transact(db, (tx) => tell(tx, { ...telling, what: "letter.answer", kind: "own" }, [person.id], now));
}

const carried: Message[] = [];
const carry = async (_: number, message: Message) => void carried.push(message);
const deliver = (db: Db, now: Now) => deliverMessages(db, now, { sms: carry as never, email: carry });
beforeEach(() => void carried.splice(0));

describe("a notice on its way", () => {
  test(
    "goes out by each way its reader left, with what was said in it, once",
    inRollback(async (db) => {
      const { author, letter } = await makeReader(db);
      await tellAnswer(db, author, letter.id, day);
      await tellAnswer(db, author, letter.id, day);
      expect(await deliver(db, day)).toBe(2);
      expect(await deliver(db, on("2026-09-19"))).toBe(0);
      const mail = carried.find(({ channel }) => channel === "email") as Extract<Message, { channel: "email" }>;
      expect(mail).toMatchObject({
        to: "reader@example.org",
        subject: `【公仆】您的信件 №${letter.number} 已答复，请您评价`,
      });
      for (const part of [mail.text, mail.html]) {
        expect(part).toContain("已更换老旧管段。");
        expect(part).toContain("《城市供水条例》第二十二条。");
        expect(part).toMatch(/https:\/\/gongpu\.example\/rate\/[\w-]{16}/);
      }
      expect(mail.unsubscribe).toMatch(/^https:\/\/gongpu\.example\/api\/unsubscribe\/\d+-own-[0-9a-f]{32}$/);
      expect(carried.find(({ channel }) => channel === "sms")?.text).toContain("已更换老旧管段。");
      const [notice] = (await listNotices(db, author)).notices;
      expect(notice?.ways).toMatchObject([
        { channel: "sms", state: "sent", at: day.at },
        { channel: "email", state: "sent", at: day.at },
      ]);
    }),
  );

  test(
    "waits for the end of the quiet hours, which are its reader's own",
    inRollback(async (db) => {
      const { author, letter } = await makeReader(db);
      await tellAnswer(db, author, letter.id, night);
      expect(await deliver(db, night)).toBe(0);
      expect((await listNotices(db, author)).notices[0]?.ways).toMatchObject([
        { state: "waiting", at: instant("2026-09-19", "07:00") },
        { state: "waiting", at: instant("2026-09-19", "07:00") },
      ]);
      expect(await deliver(db, on("2026-09-19", "07:00"))).toBe(2);

      const owl = await makeReader(db);
      const never = { quietFrom: 5, quietUntil: 5, digestHour: 8, language: "en" } as const;
      await db.insert(noticeSettings).values({ personId: owl.author.id, ...never });
      await tellAnswer(db, owl.author, owl.letter.id, night);
      expect(await deliver(db, night)).toBe(2);
      expect(carried.at(-1)).toMatchObject({ subject: expect.stringMatching(/^\[Gongpu\] Your letter No\./) });
    }),
  );

  test(
    "to a desk about danger to life waits for nothing",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const handler = await withMail(db, await makeHandler(db, letter.leadOfficeId));
      const telling = { eventId: await eventOf(db, letter.id, "letter.assign"), at: night.at, letterId: letter.id };
      const assigned = { ...telling, what: "letter.assign", kind: "desk" } as const;
      await db.update(letters).set({ termClass: "danger" }).where(eq(letters.id, letter.id));
      await transact(db, (tx) => tell(tx, assigned, [handler.id], night));
      expect(await deliver(db, night)).toBe(1);
      expect(carried[0]).toMatchObject({ to: "reader@example.org", text: expect.stringContaining(letter.number) });
    }),
  );

  test(
    "is not sent when what it tells of was hidden meanwhile, its reader said no, or the address is gone",
    inRollback(async (db) => {
      const comment = await makeComment(db);
      const reader = await withMail(db, comment.author);
      await db.insert(noticePreferences).values({ personId: reader.id, kind: "talk", channel: "email", pace: "now" });
      const answer = await reply(db, comment, "我家也一样。");
      await tellReply(db, reader, answer, night);
      await db.update(comments).set({ hiddenAt: night.at }).where(eq(comments.id, answer.id));
      const morning = on("2026-09-19", "08:00");
      expect(await deliver(db, morning)).toBe(0);
      expect((await queued(db)).map(({ state }) => state)).toEqual(["dropped"]);

      const { author, letter } = await makeReader(db);
      await tellAnswer(db, author, letter.id, night);
      const [mail] = (await queued(db)).filter((one) => one.channel === "email" && one.state === "waiting");
      await unsubscribe(db, (mail as Extract<Message, { channel: "email" }>).unsubscribe!.split("/").at(-1)!);
      expect(await deliver(db, morning)).toBe(1);
      expect(carried.map(({ channel }) => channel)).toEqual(["sms"]);
    }),
  );
});

async function reply(db: Db, comment: { id: number; postId: number }, body: string) {
  return writeComment(db, await makeCitizen(db), { postId: comment.postId, replyTo: comment.id, body }, day);
}

async function tellReply(db: Db, reader: Person, answer: { id: number; eventId: number }, now: Now): Promise<void> {
  const telling = { eventId: answer.eventId, at: now.at, commentId: answer.id } as const;
  await transact(db, (tx) => tell(tx, { ...telling, what: "talk.reply", kind: "talk" }, [reader.id], now));
}

describe("a digest", () => {
  test(
    "is one mail a day with everything since the last, by kind; without anything there is none",
    inRollback(async (db) => {
      const comment = await makeComment(db);
      const reader = await withMail(db, comment.author);
      const answers = [await reply(db, comment, "我家也一样。"), await reply(db, comment, "昨天修过。")];
      for (const answer of answers) await tellReply(db, reader, answer, day);
      const eight = on("2026-09-19", "08:00");
      expect(await sendDigests(db, on("2026-09-19", "07:59"))).toBe(0);
      expect((await listNotices(db, reader)).notices[0]?.ways).toMatchObject([{ state: "digest", at: eight.at }]);
      expect(await sendDigests(db, eight)).toBe(1);
      expect(await sendDigests(db, eight)).toBe(0);
      expect(await sendDigests(db, on("2026-09-20", "08:00"))).toBe(0);
      expect(await deliver(db, eight)).toBe(1);
      const [mail] = carried as Extract<Message, { channel: "email" }>[];
      expect(mail?.subject).toBe("【公仆】每日摘要：2 条通知");
      expect(mail?.text).toMatch(/== 评论的回复 ==[\s\S]*我家也一样。[\s\S]*昨天修过。/);
      expect(mail?.unsubscribe).toMatch(/-digest-[0-9a-f]{32}$/);
    }),
  );

  test(
    "gathers the news of one letter under the last",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      const handler = await withMail(db, await makeHandler(db, letter.leadOfficeId));
      for (const what of ["letter.assign", "letter.answer"]) {
        const telling = { eventId: await eventOf(db, letter.id, what), at: day.at, letterId: letter.id } as const;
        const step = { ...telling, what: what.replace("answer", "urge"), kind: "desk" } as const;
        await transact(db, (tx) => tell(tx, step, [handler.id], day));
      }
      await sendDigests(db, on("2026-09-19", "08:00"));
      await deliver(db, on("2026-09-19", "08:00"));
      expect(carried[0]?.text.split(letter.number)).toHaveLength(3);
      expect(carried[0]?.text).toMatch(/来信人催办[\s\S]*2 条新进展/);
    }),
  );

  test(
    "leaves out what was hidden, also between two tries; and with nothing left is not sent",
    inRollback(async (db) => {
      const comment = await makeComment(db);
      const reader = await withMail(db, comment.author);
      const [kept, hidden] = [await reply(db, comment, "我家也一样。"), await reply(db, comment, "骂人的话。")];
      for (const answer of [kept, hidden]) await tellReply(db, reader, answer, day);
      const eight = on("2026-09-19", "08:00");
      await sendDigests(db, eight);
      await db.update(comments).set({ hiddenAt: day.at }).where(eq(comments.id, hidden.id));
      await deliver(db, eight);
      expect(carried[0]?.text).toContain("我家也一样。");
      expect(carried[0]?.text).not.toContain("骂人的话。");

      const last = await reply(db, comment, "也要隐藏。");
      await tellReply(db, reader, last, day);
      await db.update(comments).set({ hiddenAt: day.at }).where(eq(comments.id, last.id));
      expect(await sendDigests(db, on("2026-09-20", "08:00"))).toBe(0);
      expect(await db.$count(messages)).toBe(1);
      expect(await db.$count(dispatches, eq(dispatches.personId, reader.id))).toBe(2);
    }),
  );
});
