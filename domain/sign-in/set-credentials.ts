import { and, eq, ne } from "drizzle-orm";
import { people, staffCredentials } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { seal } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { staffName } from "./enter-password.ts";
import { hashPassword } from "./password.ts";
import { stepOfTotp } from "./totp.ts";

export interface Chosen {
  name: string;
  password: string;
  /** A code of the app that has scanned the QR code: proof that it works. */
  totp: string;
}

const nameShape = /^[a-z][a-z0-9._-]{2,31}$/;

/** Gives somebody a name, a password and an authenticator; whoever had them before is replaced. */
export async function setCredentials(tx: Tx, personId: number, chosen: Chosen, secret: string, now: Now) {
  const name = staffName(chosen.name);
  if (!nameShape.test(name)) throw new Refusal("signIn.nameShape");
  const [taken] = await tx
    .select({ id: staffCredentials.personId })
    .from(staffCredentials)
    .where(and(eq(staffCredentials.name, name), ne(staffCredentials.personId, personId)));
  if (taken) throw new Refusal("signIn.nameTaken");
  const passwordHash = await hashPassword(chosen.password, name);
  const totpStep = stepOfTotp(secret, chosen.totp, now.at);
  if (totpStep === null) throw new Refusal("signIn.totpWrong");
  const credentials = { name, passwordHash, totpSealed: seal(secret), totpStep, changedAt: now.at };
  await tx
    .insert(staffCredentials)
    .values({ personId, ...credentials })
    .onConflictDoUpdate({ target: staffCredentials.personId, set: credentials });
  await tx.update(people).set({ verifiedAt: now.at }).where(eq(people.id, personId));
}
