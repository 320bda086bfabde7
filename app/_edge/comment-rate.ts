import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readTrust } from "#domain/people/read-trust.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { Refusal } from "#domain/refusal.ts";

const hour = 3_600;
const counted = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: hour });

interface Allowed {
  step: string;
  most: number;
  until: number;
}

/** A step of trust does not change from one minute to the next. */
const rememberedFor = 10 * 60_000;
const mostRemembered = 20_000;
const remembered = new Map<number, Allowed>();

/** Counts one comment of an hour; refuses when there were more than the account's step of trust allows, and says until when. */
export async function countComment(db: Db, actor: Actor, now: Now): Promise<void> {
  if (!isPerson(actor) || actor.staff) return;
  const { step, most } = await allowedFor(db, actor.id, now);
  const { consumedPoints, msBeforeNext } = await counted.consume(actor.id);
  if (consumedPoints > most) {
    throw new Refusal("comments.tooMany", { step, most, at: now.at.getTime() + msBeforeNext });
  }
}

async function allowedFor(db: Db, personId: number, now: Now): Promise<Allowed> {
  const known = remembered.get(personId);
  if (known && known.until > now.at.getTime()) return known;
  const [step, policies] = await Promise.all([readTrust(db, personId, now), readPolicies(db, now.today)]);
  const allowed = { step, most: policies[`comments.${step}`], until: now.at.getTime() + rememberedFor };
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(personId, allowed);
  return allowed;
}
