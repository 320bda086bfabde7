import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people, staffCredentials } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { unseal } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { addressKey, countTry } from "./limits.ts";
import { type OpenedSignIn, openSignIn } from "./open-sign-in.ts";
import { isPassword } from "./password.ts";
import { stepOfTotp } from "./totp.ts";
import type { WhereFrom } from "./where-from.ts";

interface Entered {
  name: string;
  password: string;
  totp: string;
}

/**
 * Signs staff in by name, password and one-time code together; one sentence for every mistake, so that nothing tells
 * which of the three was wrong. A one-time code is good once.
 */
export async function enterPassword(db: Db, entered: Entered, from: WhereFrom, now: Now): Promise<OpenedSignIn> {
  const name = staffName(entered.name);
  const address = addressKey(from.address);
  await countTry("passwords", address);
  await countTry("passwordsForName", `${address} ${name}`);
  const [staff] = await db
    .select({ credentials: staffCredentials, closedAt: people.closedAt })
    .from(staffCredentials)
    .innerJoin(people, eq(people.id, staffCredentials.personId))
    .where(eq(staffCredentials.name, name));
  const right = await isPassword(entered.password, staff?.credentials.passwordHash);
  if (!right || !staff || staff.closedAt) throw new Refusal("signIn.staffWrong");
  const { personId, totpSealed } = staff.credentials;
  const step = totpSealed === null ? null : stepOfTotp(unseal(totpSealed), entered.totp, now.at);
  return transact(db, async (tx) => {
    if (step === null || !(await spendStep(tx, personId, step))) {
      await countTry("totps", name);
      throw new Refusal("signIn.staffWrong");
    }
    return openSignIn(tx, personId, from, now);
  });
}

/** Names are compared as they look: width and case do not count. */
export const staffName = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/** False when this code, or a later one, was used before. */
async function spendStep(tx: Tx, personId: number, step: number): Promise<boolean> {
  const used = await tx
    .update(staffCredentials)
    .set({ totpStep: step })
    .where(
      and(
        eq(staffCredentials.personId, personId),
        or(isNull(staffCredentials.totpStep), lt(staffCredentials.totpStep, step)),
      ),
    )
    .returning({ personId: staffCredentials.personId });
  return used.length === 1;
}
