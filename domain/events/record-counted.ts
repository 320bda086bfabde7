import type { Tx } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "./record.ts";

const topicsAnEvent = 100;

/** What is summed in batches, and the noun whose pages show the sums. */
const nouns = { votes: "post", ballots: "post", signatures: "letter" } as const;

/**
 * One event for many counts that have changed, so that pages and sockets learn what reads differently. Who voted, signed
 * or stepped back it does not say.
 */
export async function recordCounted(
  tx: Tx,
  counted: keyof typeof nouns,
  names: readonly (string | number)[],
  now: Now,
): Promise<void> {
  const noun = nouns[counted];
  for (let from = 0; from < names.length; from += topicsAnEvent) {
    const some = names.slice(from, from + topicsAnEvent);
    await record(tx, {
      what: `${counted}.counted`,
      topics: some.map((name) => `${noun}:${name}`),
      actor: clock,
      as: { role: "clock" },
      subject: `${counted}:${some[0]}`,
      counts: { [`${noun}s`]: some.length },
      public: true,
      at: now.at,
    });
  }
}
