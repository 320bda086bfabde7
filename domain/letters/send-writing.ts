import { and, eq, gt, like, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { drafts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { seal, unseal } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { convertComment } from "./convert-comment.ts";
import { letterInput } from "./input.ts";
import type { Made } from "./make-letter.ts";
import { sendLetter } from "./send-letter.ts";
import { unfinishedStep, type Writing, writingOf } from "./writing.ts";
import { writingForm } from "./writing-input.ts";

/** How long the receipt shows the query code again: for a reload, a print, a phone that went dark. Then never more. */
const receiptMinutes = 30;

const receipt = (key: string) => `sent:${key}`;

/**
 * Sends the letter that a person has written step by step, and returns its number. The draft is locked and goes with the
 * sending, so that a second click, or the same page sent again, finds the letter instead of making another.
 */
export async function sendWriting(db: Db, actor: Actor, key: string, now: Now): Promise<string> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  return transact(db, async (tx) => {
    const [draft] = await tx.select().from(drafts).where(own(actor, writingForm)).for("update");
    const writing = draft && writingOf(draft);
    if (!writing || writing.key !== key) {
      const sent = await findSent(tx, actor, key);
      if (sent) return sent;
      throw new Refusal("letters.draftGone");
    }
    if (unfinishedStep(writing)) throw new Refusal("letters.draftUnfinished");
    const { letter, queryCode } = await make(tx, actor, writing, now);
    await tx
      .update(drafts)
      .set({ form: receipt(key), fields: { number: letter.number, code: seal(queryCode) }, at: now.at })
      .where(own(actor, writingForm));
    return letter.number;
  });
}

const own = (person: Person, form: string) => and(eq(drafts.personId, person.id), eq(drafts.form, form));

async function findSent(tx: Tx, person: Person, key: string): Promise<string | null> {
  const [sent] = await tx
    .select()
    .from(drafts)
    .where(own(person, receipt(key)));
  return sent?.fields.number ?? null;
}

function make(tx: Tx, actor: Actor, { fields }: Writing, now: Now): Promise<Made> {
  const [, office = ""] = /^office:(.+)$/.exec(fields.accused) ?? [];
  const [, leader = ""] = /^leader:(.+)$/.exec(fields.accused) ?? [];
  const input = letterInput.parse({
    ...fields,
    region: fields.township || fields.county,
    mailbox: fields.to === "unknown" ? "" : fields.to === "other" ? fields.other : fields.to,
    visibility: fields.visibility || "handlers",
    consent: fields.consent || undefined,
    images: fields.images.split(",").filter(Boolean),
    accusedOffice: office,
    accusedLeader: leader,
  });
  if (!fields.comment) return sendLetter(tx, actor, { ...input, via: "letter" }, now);
  return convertComment(tx, actor, { ...input, commentId: Number(fields.comment), own: input }, now);
}

/** The query code of a letter sent within the last half hour, for its writer alone; afterwards nobody can read it. */
export async function readReceiptCode(db: Db, actor: Actor, number: string, now: Now): Promise<string | null> {
  if (!isPerson(actor)) return null;
  const [sent] = await db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.personId, actor.id),
        like(drafts.form, receipt("%")),
        eq(sql`${drafts.fields}->>'number'`, number),
        gt(drafts.at, minutesBefore(now)),
      ),
    );
  return sent?.fields.code ? unseal(sent.fields.code) : null;
}

/** The same for a letter that came to its writer in another way: a comment whose author has consented. */
export async function keepReceipt(db: Db, person: Person, number: string, queryCode: string, now: Now): Promise<void> {
  const fields = { number, code: seal(queryCode) };
  await db.insert(drafts).values({ personId: person.id, form: receipt(crypto.randomUUID()), fields, at: now.at });
}

/** Codes that are shown no more are kept no more. */
export async function forgetReceipts(db: Db, now: Now): Promise<number> {
  const gone = await db
    .delete(drafts)
    .where(and(like(drafts.form, receipt("%")), lt(drafts.at, minutesBefore(now))))
    .returning({ form: drafts.form });
  return gone.length;
}

const minutesBefore = ({ at }: Now) => new Date(at.getTime() - receiptMinutes * 60_000);
