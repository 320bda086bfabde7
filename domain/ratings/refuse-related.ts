import { and, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import { answeringDevices, leaders, roles } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Device } from "./device.ts";

/** Who gives a verdict, and from where. */
export interface Judge {
  /** The writer, and whoever is signed in at the browser beside them. */
  actors: readonly Actor[];
  /** Null where no browser is known: seeds, and the timetable. */
  device: Device | null;
}

/**
 * An office's own people do not rate what it did, nor is a rating taken from the device that answered. Both are refused
 * and, by the caller, recorded.
 */
export async function refuseRelated(tx: Tx, letter: Letter, { actors, device }: Judge, now: Now): Promise<void> {
  const people = actors.flatMap((actor) => (isPerson(actor) ? [actor.id] : []));
  if (await servedIn(tx, letter, people)) throw new Refusal("letters.ownOffice");
  if (device && (await hasAnswered(tx, letter, device, now))) throw new Refusal("ratings.answeringDevice");
}

/** Held a role in the lead or an assisting office at any time since the letter was sent: leaving it does not help. */
async function servedIn(tx: Tx, letter: Letter, people: number[]): Promise<boolean> {
  const ids = [letter.leadOfficeId, ...letter.assistingOfficeIds].filter((id) => id !== null);
  if (ids.length === 0 || people.length === 0) return false;
  const [held] = await tx
    .select({ id: roles.id })
    .from(roles)
    .leftJoin(leaders, eq(leaders.id, roles.leaderId))
    .where(
      and(
        inArray(roles.personId, people),
        inArray(sql`coalesce(${roles.officeId}, ${leaders.officeId})`, ids),
        or(isNull(roles.revokedAt), gte(roles.revokedAt, letter.sentAt)),
      ),
    )
    .limit(1);
  return held !== undefined;
}

/** The same sign-in at any time; the same address and browser only for some hours, because others may come to sit there. */
async function hasAnswered(tx: Tx, letter: Letter, device: Device, now: Now): Promise<boolean> {
  const { "rate.device": hours } = await readPolicies(tx, now.today);
  const since = new Date(now.at.getTime() - hours * 3_600_000);
  const { signInHash, placeHash } = device;
  const same = [
    signInHash === null ? undefined : eq(answeringDevices.signInHash, signInHash),
    placeHash === null ? undefined : and(eq(answeringDevices.placeHash, placeHash), gte(answeringDevices.at, since)),
  ].filter((condition) => condition !== undefined);
  if (same.length === 0) return false;
  const [found] = await tx
    .select({ id: answeringDevices.id })
    .from(answeringDevices)
    .where(and(eq(answeringDevices.letterId, letter.id), or(...same)))
    .limit(1);
  return found !== undefined;
}
