import { and, desc, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, mailboxes } from "#db/schema/index.ts";
import { bigramsOf, likeness } from "./likeness.ts";

/** So many of the latest public letters are looked through: recent work says best who does what today. */
const looked = 400;
/** Below this two letters share no more than what any two sentences share. */
const alike = 0.09;
const most = 3;

/** Mailboxes of the offices that handled the public letters most like this text: who usually does this. */
export async function suggestMailboxes(db: Db, text: string): Promise<string[]> {
  const own = bigramsOf(text);
  if (own.size < 4) return [];
  const recent = await db
    .select({ title: letters.publicTitle, body: letters.publicBody, officeId: letters.leadOfficeId })
    .from(letters)
    .where(and(isNotNull(letters.publishedAt), isNull(letters.hiddenAt), isNotNull(letters.leadOfficeId)))
    .orderBy(desc(letters.id))
    .limit(looked);
  const best = new Map<number, number>();
  for (const { title, body, officeId } of recent) {
    const score = likeness(own, bigramsOf(`${title}\n${body}`));
    if (score >= alike && score > (best.get(officeId!) ?? 0)) best.set(officeId!, score);
  }
  const offices = [...best].sort(([, a], [, b]) => b - a).map(([officeId]) => officeId);
  return mailboxesOf(db, offices);
}

async function mailboxesOf(db: Db, offices: number[]): Promise<string[]> {
  if (offices.length === 0) return [];
  const rows = await db
    .select({ slug: mailboxes.slug, officeId: mailboxes.officeId })
    .from(mailboxes)
    .where(and(inArray(mailboxes.officeId, offices), isNull(mailboxes.leaderId), isNull(mailboxes.closedAt)))
    .orderBy(mailboxes.id);
  const byOffice = new Map(rows.toReversed().map(({ officeId, slug }) => [officeId, slug]));
  return offices.flatMap((officeId) => byOffice.get(officeId) ?? []).slice(0, most);
}
