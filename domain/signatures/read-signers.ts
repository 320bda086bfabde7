import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, people, signatures } from "#db/schema/index.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";

export interface Signer {
  personId: number;
  nickname: string;
  signedAt: Date;
}

export interface SignersPage {
  signers: Signer[];
  /** The cursor of the next page. */
  next: number | null;
}

/** Who stands beside a letter and is named, in the order in which they signed; after the signer whom the cursor names. */
export async function readSigners(db: Db, letterId: number, after: number | null, most = 50): Promise<SignersPage> {
  const beyond =
    after === null
      ? undefined
      : sql`(${signatures.signedAt}, ${signatures.personId}) > (
          select c.signed_at, c.person_id from ${signatures} c where c.letter_id = ${letterId} and c.person_id = ${after})`;
  const rows = await db
    .select({ personId: signatures.personId, nickname: people.nickname, signedAt: signatures.signedAt })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(and(eq(signatures.letterId, letterId), sql`not ${signatures.nameHidden}`, beyond))
    .orderBy(asc(signatures.signedAt), asc(signatures.personId))
    .limit(most + 1);
  const signers = rows.slice(0, most);
  return { signers, next: rows.length > most ? signers.at(-1)!.personId : null };
}

/** A letter that everybody may read, with how many stand beside it; null when there is none. */
export async function findJointLetter(db: Db, number: string) {
  const [row] = await db
    .select({
      id: letters.id,
      number: letters.number,
      state: letters.state,
      kind: letters.kind,
      title: letters.publicTitle,
      cosigners: letters.cosigners,
      signersOnPaper: letters.signersOnPaper,
      publishedAt: letters.publishedAt,
      hiddenAt: letters.hiddenAt,
    })
    .from(letters)
    .where(eq(letters.number, number));
  if (!row || !can(nobody, "letter.read", row)) return null;
  const { kind, publishedAt, hiddenAt, title, ...joint } = row;
  return { ...joint, title: title! };
}

/** The same with a page of those who are named. */
export async function readJointLetter(db: Db, number: string, after: number | null, most?: number) {
  const letter = await findJointLetter(db, number);
  return letter && { ...letter, ...(await readSigners(db, letter.id, after, most)) };
}

export type JointLetter = NonNullable<Awaited<ReturnType<typeof readJointLetter>>>;

/** Who speaks for the letter with the office: for those who handle it. */
export async function readContacts(db: Db, letterId: number): Promise<string[]> {
  const rows = await db
    .select({ nickname: people.nickname })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(and(eq(signatures.letterId, letterId), sql`${signatures.contact}`))
    .orderBy(asc(signatures.signedAt), asc(signatures.personId));
  return rows.map(({ nickname }) => nickname);
}

export interface MySignature {
  signedAt: Date;
  nameHidden: boolean;
  contact: boolean;
}

/** One's own signature under a letter. For oneself alone. */
export async function readMySignature(db: Db, person: Person, number: string): Promise<MySignature | null> {
  const [mine] = await db
    .select({ signedAt: signatures.signedAt, nameHidden: signatures.nameHidden, contact: signatures.contact })
    .from(signatures)
    .innerJoin(letters, eq(letters.id, signatures.letterId))
    .where(and(eq(letters.number, number), eq(signatures.personId, person.id)));
  return mine ?? null;
}
