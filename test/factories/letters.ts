import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type LetterKind, type LetterState, type LetterVisibility, mailboxes, offices } from "#db/schema/index.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { askWriter } from "#domain/letters/ask-and-supply.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { rateLetter } from "#domain/letters/rate-letter.ts";
import { refuseLetter } from "#domain/letters/refuse-letter.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import { on } from "#test/on.ts";
import { fresh, makeMailbox, makeOffice } from "./offices.ts";
import { makeCitizen, makeHandler, makeOperator } from "./people.ts";

export const fourParts = {
  facts: "反映的水压不足属实，早晚高峰没有水。",
  basis: "《城市供水条例》第二十二条。",
  done: "已更换老旧管段。",
  next: "本月底前逐段公布，可致电供水科。",
};

/** What the same office says when it is asked again: an answer that only repeats the first is held back. */
export const otherParts = {
  facts: "复查时仍有三户高峰期没有水。",
  basis: "市区二次供水设施改造方案第四项。",
  done: "昨日加装增压泵一台，逐户试水正常。",
  next: "十月起按月抽查，值班电话见楼道告示。",
};

interface Wanted {
  state?: LetterState;
  kind?: LetterKind;
  visibility?: LetterVisibility;
  author?: Person;
  mailboxId?: number;
  leadOfficeId?: number;
  assistingOfficeIds?: number[];
  accusedOfficeId?: number;
  title?: string;
  body?: string;
  name?: string;
  phone?: string;
  /** When all its steps were taken. */
  at?: Now;
}

/** A letter in the state the test is about, brought there by its own steps; everything it does not name is made up. */
export async function makeLetter(db: Db, wanted: Wanted = {}): Promise<Letter & { queryCode: string }> {
  const now = wanted.at ?? on("2026-09-18");
  const author = wanted.author ?? (await makeCitizen(db));
  const mailboxId = wanted.mailboxId ?? (await makeMailbox(db)).id;
  const [mailbox] = await db.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
  const { letter, queryCode } = await sendLetter(
    db,
    author,
    {
      kind: wanted.kind ?? "complaint",
      visibility: wanted.visibility ?? "nameless",
      title: wanted.title ?? `水压不足 ${fresh("t")}`,
      body: wanted.body ?? "四楼以上早晚高峰没有水。",
      mailbox: mailbox!.slug,
      via: "letter",
      name: wanted.name ?? "",
      phone: wanted.phone ?? "",
      accusedOffice: wanted.accusedOfficeId ? await slugOf(db, wanted.accusedOfficeId) : "",
    },
    now,
  );
  await bringTo(db, letter, wanted, author, now);
  return { ...(await findLetter(db, letter.id))!, queryCode };
}

async function bringTo(db: Db, { id, kind, title, body, mailbox }: Letter, wanted: Wanted, author: Person, now: Now) {
  const state = wanted.state ?? "submitted";
  const operator = await makeOperator(db, mailbox.officeId);
  const letterId = id;
  if (state === "submitted") return;
  if (state === "clarifying") return askWriter(db, operator, { letterId, words: "请说明楼号。" }, now);
  if (state === "refused") {
    return refuseLetter(db, operator, { letterId, code: "notThisLevel", words: "请向区里反映。" }, now);
  }
  if (state === "withdrawn") return withdrawLetter(db, author, { letterId }, now);
  await acceptLetter(
    db,
    operator,
    { letterId, kind, termClass: "ordinary", publicTitle: title, publicBody: body },
    now,
  );
  if (state === "accepted") return;
  const leadOfficeId = wanted.leadOfficeId ?? (await makeOffice(db)).id;
  const assisting = await Promise.all((wanted.assistingOfficeIds ?? []).map((officeId) => slugOf(db, officeId)));
  await assignLetter(db, operator, { letterId, lead: await slugOf(db, leadOfficeId), assisting }, now);
  if (state === "assigned") return;
  await answerLetter(db, await makeHandler(db, leadOfficeId), { letterId, ...fourParts }, now);
  if (state === "answered") return;
  const verdict = { solved: "yes", attitude: "satisfied", speed: "satisfied" } as const;
  await rateLetter(db, (await readPerson(db, author.id))!, { letterId, ...verdict }, now);
}

async function slugOf(db: Db, officeId: number): Promise<string> {
  const [office] = await db.select({ slug: offices.slug }).from(offices).where(eq(offices.id, officeId));
  return office!.slug;
}
