import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { recordCounted } from "#domain/events/record-counted.ts";
import { Refusal } from "#domain/refusal.ts";
import type { cosignInput, takeBackInput } from "./input.ts";

/** A joint letter has at most five who speak for it with the office (art. 19). */
export const mostContacts = 5;

export interface Cosigned {
  number: string;
  /** Had signed before: the same answer, and nothing counted twice. */
  already: boolean;
  /** Offered to speak for the letter; and do they? */
  asked: boolean;
  contact: boolean;
}

/**
 * 附议: a verified citizen stands beside a letter that offices have work with and everybody may read. One row is appended
 * and nothing is counted, so that any number sign one letter at once; `sumSignatures` counts within the second.
 */
export async function cosignLetter(
  db: Db,
  actor: Actor,
  { number, nameHidden, contact }: z.output<typeof cosignInput>,
  now: Now,
): Promise<Cosigned> {
  const person = signer(actor);
  return transact(db, async (tx) => {
    const letterId = await findSignable(tx, person, number);
    const asked = contact === "on";
    const speaks = asked && (await hasRoom(tx, letterId));
    const [signed] = await tx.execute<{ contact: boolean }>(sql`
      insert into signatures (letter_id, person_id, name_hidden, contact, signed_at)
      values (${letterId}, ${person.id}, ${nameHidden === "on"}, ${speaks}, ${now.at.toISOString()}::timestamptz)
      on conflict do nothing returning contact`);
    if (signed) return { number, already: false, asked, contact: signed.contact };
    const [before] = await tx.execute<{ contact: boolean }>(
      sql`select contact from signatures where letter_id = ${letterId} and person_id = ${person.id}`,
    );
    return { number, already: true, asked, contact: before?.contact ?? false };
  });
}

/** Takes a signature back while offices have work with the letter; afterwards it is part of the record. */
export async function takeBackSignature(
  db: Db,
  actor: Actor,
  { number }: z.output<typeof takeBackInput>,
  now: Now,
): Promise<{ number: string }> {
  const person = signer(actor);
  return transact(db, async (tx) => {
    const [gone] = await tx.execute<{ letterId: string; counted: boolean }>(sql`
      delete from signatures s using letters l
      where l.number = ${number} and s.letter_id = l.id and s.person_id = ${person.id} and ${isOpenSql}
      returning s.letter_id as "letterId", s.counted`);
    if (!gone) throw new Refusal("signatures.notSigned");
    if (gone.counted) {
      await tx.execute(sql`update letters set cosigners = cosigners - 1 where id = ${gone.letterId}`);
      await recordCounted(tx, "signatures", [number], now);
    }
    return { number };
  });
}

function signer(actor: Actor): Person {
  if (isPerson(actor) && actor.staff) throw new Refusal("signatures.notForDesks");
  if (isPerson(actor) && !actor.verified) throw new Refusal("signatures.verifiedOnly");
  authorize(actor, "letter.cosign");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  return actor;
}

const isOpenSql = sql`l.state in ('submitted', 'clarifying', 'accepted', 'assigned')`;

/** What nobody may read is not there; what is over, or somebody's own, is refused in words. */
async function findSignable(tx: Tx, person: Person, number: string): Promise<number> {
  const [letter] = await tx.execute<{ id: string; own: boolean; open: boolean; host: string | null }>(sql`
    select l.id, coalesce(l.author_id = ${person.id}, false) as own, ${isOpenSql} as open,
      (select h.number from letters h where h.id = l.merged_into) as host
    from letters l where l.number = ${number}
      and l.kind <> 'accusation' and l.published_at is not null and l.hidden_at is null`);
  if (!letter) throw new Refusal("signatures.nothingThere");
  if (letter.own) throw new Refusal("signatures.ownLetter");
  if (!letter.open) throw new Refusal("signatures.over");
  if (letter.host) throw new Refusal("signatures.merged", { number: letter.host });
  return Number(letter.id);
}

/** Those who offer to speak take turns, so that there are never six; who only signs waits for nobody. */
async function hasRoom(tx: Tx, letterId: number): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`contacts:${letterId}`}, 0))`);
  const [taken] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from signatures where letter_id = ${letterId} and contact`,
  );
  return taken!.n < mostContacts;
}
