import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "#domain/refusal.ts";

const minute = 60;

/**
 * How often something may be tried, per key and time. Kept in memory: it slows down guessing, it locks no account, so
 * nobody can keep somebody else out.
 */
const limits = {
  /** Codes asked for from one address. */
  codes: new RateLimiterMemory({ points: 20, duration: 60 * minute }),
  /** Codes typed in from one address. */
  guesses: new RateLimiterMemory({ points: 40, duration: 15 * minute }),
  /** Passwords from one address, and for one name from one address. */
  passwords: new RateLimiterMemory({ points: 40, duration: 15 * minute }),
  passwordsForName: new RateLimiterMemory({ points: 8, duration: 15 * minute }),
  /** Wrong one-time codes after a right password, for one name from anywhere: only who knows the password gets here. */
  totps: new RateLimiterMemory({ points: 20, duration: 60 * minute }),
  /** Links that do not exist, from one address. */
  links: new RateLimiterMemory({ points: 30, duration: 15 * minute }),
  /** Letter numbers with query codes, from one address. */
  lookUps: new RateLimiterMemory({ points: 30, duration: 15 * minute }),
};

/** Counts one try; refuses when there were too many, saying how long to wait. */
export async function countTry(limit: keyof typeof limits, key: string): Promise<void> {
  try {
    await limits[limit].consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new Refusal("tooOften", { minutes: Math.max(1, Math.ceil(refused.msBeforeNext / 60_000)) });
  }
}

/** What a limit counts an address by: an IPv6 customer has a whole /64. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = plain.includes("::") ? Array(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(":").toLowerCase();
}
