import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { people, signIns } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { readPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { deviceOf } from "#domain/ratings/device.ts";
import type { WhereFrom } from "./where-from.ts";

const hour = 3_600;

/** Seconds. Staff handle what others wrote: their sign-in ends with the working day. */
const lasts = { citizen: 30 * 24 * hour, staff: 12 * hour };

export interface OpenedSignIn {
  personId: number;
  /** Goes into the cookie; the database keeps its hash. */
  sid: string;
  /** Seconds until it ends by itself. */
  lasts: number;
}

/** Writes the row that makes a cookie count, after whoever calls has made sure who is there. */
export async function openSignIn(tx: Tx, personId: number, from: WhereFrom, now: Now): Promise<OpenedSignIn> {
  const [person] = await tx.select({ kind: people.kind }).from(people).where(eq(people.id, personId));
  const seconds = lasts[person!.kind];
  const sid = randomBytes(32).toString("base64url");
  const [row] = await tx
    .insert(signIns)
    .values({
      sidHash: keyedHash(sid),
      personId,
      device: from.device?.slice(0, 120) ?? null,
      placeHash: deviceOf({ signInId: null, address: from.address, browser: from.device ?? "" }).placeHash,
      createdAt: now.at,
      seenAt: now.at,
      expiresAt: new Date(now.at.getTime() + seconds * 1_000),
    })
    .returning({ id: signIns.id });
  await record(tx, {
    what: "sign-in.open",
    topics: [`person:${personId}`],
    actor: (await readPerson(tx, personId)) ?? { kind: "nobody" },
    as: { role: "citizen" },
    subject: `sign-in:${row!.id}`,
    public: false,
    at: now.at,
  });
  return { personId, sid, lasts: seconds };
}
