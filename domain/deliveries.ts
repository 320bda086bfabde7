import type { Now } from "#domain/calendar/now.ts";

/** What became of the next thing that was due. */
export type Outcome = "sent" | "put off" | "nothing due";

const atOnce = 50;

/** Delivers what is due, one after the other, as far as one run of the timetable goes. Answers how many arrived. */
export async function deliverDue(deliverNext: () => Promise<Outcome>): Promise<number> {
  let sent = 0;
  for (let n = 0; n < atOnce; n += 1) {
    const outcome = await deliverNext();
    if (outcome === "nothing due") break;
    if (outcome === "sent") sent += 1;
  }
  return sent;
}

/** Minutes until the next try after the first, second … one; after the last it has failed and waits for a person. */
const pauses = [1, 5, 30, 120, 480];

/** How a delivery stands after a try: arrived, to be tried again, or given up. */
export interface Tried {
  state: "sent" | "waiting" | "failed";
  tries: number;
  sentAt: Date | null;
  nextTryAt: Date | null;
  problem: string | null;
}

/** Waits for the other side's answer to one more try, and says how the delivery stands now. */
export async function tryOnce(sending: Promise<void>, triesBefore: number, now: Now): Promise<Tried> {
  const problem = await sending.then(
    () => null,
    (error: unknown) => String(error instanceof Error ? error.message : error).slice(0, 200),
  );
  const tries = triesBefore + 1;
  if (problem === null) return { state: "sent", tries, sentAt: now.at, nextTryAt: null, problem };
  const minutes = pauses[triesBefore];
  if (minutes === undefined) return { state: "failed", tries, sentAt: null, nextTryAt: null, problem };
  return { state: "waiting", tries, sentAt: null, nextTryAt: new Date(now.at.getTime() + minutes * 60_000), problem };
}
