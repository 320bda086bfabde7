import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "#domain/refusal.ts";
import { addressKey } from "#domain/sign-in/limits.ts";

/** How often a minute: one person, and one address, behind which a whole office or village may sit. */
const aMinute = {
  comment: { person: 10, address: 60 },
  signature: { person: 20, address: 600 },
  ballot: { person: 20, address: 600 },
  pledge: { person: 10, address: 200 },
  vote: { person: 60, address: 600 },
  flag: { person: 10, address: 60 },
  follow: { person: 60, address: 600 },
  image: { person: 20, address: 100 },
  post: { person: 10, address: 60 },
  letter: { person: 5, address: 60 },
  unanswered: { person: 5, address: 60 },
  draft: { person: 60, address: 600 },
};
export type Limited = keyof typeof aMinute;

const limiters = Object.fromEntries(
  Object.entries(aMinute).map(([action, { person, address }]) => [
    action,
    {
      person: new RateLimiterMemory({ points: person, duration: 60 }),
      address: new RateLimiterMemory({ points: address, duration: 60 }),
    },
  ]),
) as Record<Limited, Record<"person" | "address", RateLimiterMemory>>;

/** Counts one try; refuses when there were too many in a minute, and says after how many seconds to come again. */
export async function countTry(action: Limited, by: { personId: number | null; address: string }): Promise<void> {
  const { person, address } = limiters[action];
  try {
    await address.consume(addressKey(by.address));
    if (by.personId !== null) await person.consume(by.personId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new Refusal("requests.tooFast", { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
  }
}
