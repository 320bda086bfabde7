import { and, desc, eq, inArray, isNull, ne, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, mailboxes, regions } from "#db/schema/index.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { lettersFor, lettersToStep } from "#domain/access/visibility.ts";
import type { Letter } from "./letter.ts";
import { bigramsOf, likeness } from "./likeness.ts";
import { steps } from "./steps.ts";

export interface SimilarLetter {
  number: string;
  title: string;
  cosigners: number;
  /** From 0 to 1. */
  likeness: number;
}

/** From here on two letters are about the same thing; from there on they are the same letter. */
const alike = 0.25;
export const nearCopy = 0.75;

/** Looked at: the newest of the same place, and of the same mailbox. Older ones are seldom still open. */
const looked = 200;
const offered = 3;

interface Written {
  title: string;
  body: string;
  /** Slugs; empty when not chosen. */
  region: string;
  mailbox: string;
}

/** Up to three public letters like one that is about to be sent, the most alike first: standing beside one does as much. */
export async function findSimilarPublic(db: Db, written: Written): Promise<SimilarLetter[]> {
  const ids = async (found: Promise<{ id: number }[]>) => (await found)[0]?.id;
  const [regionId, mailboxId] = await Promise.all([
    ids(db.select({ id: regions.id }).from(regions).where(eq(regions.slug, written.region))),
    ids(db.select({ id: mailboxes.id }).from(mailboxes).where(eq(mailboxes.slug, written.mailbox))),
  ]);
  const open = and(inArray(letters.state, [...steps.merge.from]), isNull(letters.mergedInto));
  const where = and(open, lettersFor(nobody, "letter.read"))!;
  return likest(await readNear(db, where, regionId, mailboxId, "public"), written);
}

/** Up to three letters into which triage might merge this one. */
export async function findSimilarToMerge(db: Db, actor: Actor, letter: LetterToMerge): Promise<SimilarLetter[]> {
  const where = and(
    ne(letters.id, letter.id),
    ne(letters.kind, "accusation"),
    inArray(letters.state, [...steps.merge.from]),
    isNull(letters.mergedInto),
    lettersToStep(actor, "merge"),
  )!;
  return likest(await readNear(db, where, letter.regionId, letter.mailboxId, "written"), letter);
}

type LetterToMerge = Pick<Letter, "id" | "title" | "body" | "regionId" | "mailboxId">;

/** Both by an index of their own, so that it costs the same among a hundred letters and a million. */
async function readNear(
  db: Db,
  where: SQL,
  regionId: number | undefined,
  mailboxId: number | undefined,
  text: "public" | "written",
): Promise<Near[]> {
  const near = async (here: SQL) =>
    db
      .select({
        number: letters.number,
        title: text === "public" ? letters.publicTitle : letters.title,
        body: text === "public" ? letters.publicBody : letters.body,
        cosigners: letters.cosigners,
      })
      .from(letters)
      .where(and(here, where))
      .orderBy(desc(letters.id))
      .limit(looked);
  const [there, sent] = await Promise.all([
    regionId ? near(eq(letters.regionId, regionId)) : [],
    mailboxId ? near(eq(letters.mailboxId, mailboxId)) : [],
  ]);
  return [...new Map([...there, ...sent].map((one) => [one.number, one as Near])).values()];
}

type Near = { number: string; title: string; body: string; cosigners: number };

function likest(found: Near[], written: { title: string; body: string }): SimilarLetter[] {
  const own = bigramsOf(`${written.title}\n${written.body}`);
  return found
    .map(({ body, ...one }) => ({ ...one, likeness: likeness(own, bigramsOf(`${one.title}\n${body}`)) }))
    .filter((one) => one.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, offered);
}
