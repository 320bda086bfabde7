import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { identities, people, signInCodes } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { nobody } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { acceptNickname, makeUpNickname } from "#domain/people/nickname.ts";
import { plainDigits, readPhone } from "#domain/people/phone.ts";
import { keyedHash, seal } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { hashOfCode } from "./ask-for-code.ts";
import { addressKey, countTry } from "./limits.ts";
import { type OpenedSignIn, openSignIn } from "./open-sign-in.ts";
import type { WhereFrom } from "./where-from.ts";

const mostTries = 5;

interface Entered {
  phone: string;
  code: string;
  /** Only asked at the first sign-in; without one the platform gives one that can be changed once. */
  nickname?: string | undefined;
}

/**
 * Signs a citizen in by the code sent to their phone; the first time this registers them. A code is good once, for ten
 * minutes and five tries; only the newest counts.
 */
export async function enterCode(db: Db, entered: Entered, from: WhereFrom, now: Now): Promise<OpenedSignIn> {
  const phone = readPhone(entered.phone);
  if (!phone) throw new Refusal("signIn.phoneWrong");
  await countTry("guesses", addressKey(from.address));
  // A wrong try must stay counted, so it is told after its transaction, not by breaking it off.
  const outcome = await transact(db, async (tx) => {
    const wrong = await spendCode(tx, keyedHash(phone), plainDigits(entered.code), now);
    if (wrong) return wrong;
    const personId = (await findByPhone(tx, phone)) ?? (await register(tx, phone, entered.nickname, now));
    return openSignIn(tx, personId, from, now);
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

async function spendCode(tx: Tx, subjectHash: string, code: string, now: Now): Promise<Refusal | null> {
  const [newest] = await tx
    .select()
    .from(signInCodes)
    .where(and(eq(signInCodes.subjectHash, subjectHash), eq(signInCodes.purpose, "phone")))
    .orderBy(desc(signInCodes.createdAt), desc(signInCodes.id))
    .limit(1)
    .for("update");
  if (!newest || newest.usedAt || newest.expiresAt <= now.at) return new Refusal("signIn.codeExpired");
  if (newest.tries >= mostTries) return new Refusal("signIn.codeUsedUp");
  const right = hashOfCode(subjectHash, code) === newest.codeHash;
  const change = right ? { usedAt: now.at } : { tries: newest.tries + 1 };
  await tx.update(signInCodes).set(change).where(eq(signInCodes.id, newest.id));
  if (right) return null;
  const left = mostTries - newest.tries - 1;
  return left > 0 ? new Refusal("signIn.codeWrong", { left }) : new Refusal("signIn.codeUsedUp");
}

async function findByPhone(tx: Tx, phone: string): Promise<number | null> {
  const [row] = await tx
    .select({ id: people.id, closedAt: people.closedAt })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(eq(identities.phoneHash, keyedHash(phone)));
  if (row?.closedAt) throw new Refusal("signIn.closed");
  return row?.id ?? null;
}

async function register(tx: Tx, phone: string, typed: string | undefined, now: Now): Promise<number> {
  const wished = typed?.trim();
  const nickname = wished ? await acceptNickname(tx, wished) : await makeUpNickname(tx);
  const [person] = await tx
    .insert(people)
    .values({ kind: "citizen", nickname, nicknameGiven: !wished, verifiedAt: now.at, createdAt: now.at })
    .returning({ id: people.id });
  const personId = person!.id;
  await tx.insert(identities).values({ personId, phoneHash: keyedHash(phone), phoneSealed: seal(phone) });
  await record(tx, {
    what: "person.register",
    topics: [`person:${personId}`],
    actor: nobody,
    as: { role: "citizen" },
    subject: `person:${personId}`,
    public: false,
    at: now.at,
  });
  return personId;
}
