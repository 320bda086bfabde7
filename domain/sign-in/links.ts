import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people, signInCodes } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { totpSecretOf } from "./totp.ts";

export type LinkPurpose = "first-administrator" | "staff-invitation";

/** Minutes: the first administrator stands beside the machine, an invitation has to reach somebody. */
const lasts: Record<LinkPurpose, number> = { "first-administrator": 30, "staff-invitation": 3 * 24 * 60 };

export interface Link {
  id: number;
  purpose: LinkPurpose;
  /** Null for the first administrator, who does not exist yet. */
  personId: number | null;
  /** The desk's name, as the administrator gave it. */
  nickname: string | null;
  totpSecret: string;
}

/** A token that opens one page, once; older unused ones for the same thing stop counting. */
export async function makeLink(tx: Tx, purpose: LinkPurpose, personId: number | null, now: Now): Promise<string> {
  const token = randomBytes(24).toString("base64url");
  await tx
    .update(signInCodes)
    .set({ usedAt: now.at })
    .where(
      and(
        eq(signInCodes.purpose, purpose),
        personId === null ? isNull(signInCodes.personId) : eq(signInCodes.personId, personId),
        isNull(signInCodes.usedAt),
      ),
    );
  await tx.insert(signInCodes).values({
    purpose,
    subjectHash: keyedHash(token),
    codeHash: keyedHash(token),
    personId,
    createdAt: now.at,
    expiresAt: new Date(now.at.getTime() + lasts[purpose] * 60_000),
  });
  return token;
}

/** What a link still opens; null when it is used, replaced, too old or made up. */
export async function readLink(db: Db, purpose: LinkPurpose, token: string, now: Now): Promise<Link | null> {
  const [row] = await db
    .select({ id: signInCodes.id, personId: signInCodes.personId, nickname: people.nickname })
    .from(signInCodes)
    .leftJoin(people, eq(people.id, signInCodes.personId))
    .where(
      and(
        eq(signInCodes.subjectHash, keyedHash(token)),
        eq(signInCodes.purpose, purpose),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, now.at),
      ),
    );
  return row ? { ...row, purpose, totpSecret: totpSecretOf(keyedHash(`seed:${token}`)) } : null;
}

/** True for one caller only, also when two come at the same moment. */
export async function spendLink(tx: Tx, link: Link, now: Now): Promise<boolean> {
  const used = await tx
    .update(signInCodes)
    .set({ usedAt: now.at })
    .where(and(eq(signInCodes.id, link.id), isNull(signInCodes.usedAt)))
    .returning({ id: signInCodes.id });
  return used.length === 1;
}
