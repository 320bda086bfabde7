import type { Db } from "#db/client.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { goRound } from "./rounds.ts";

/** The wall's clock as the journeys have moved it, and word when they do: every page shows something that depends on it. */
export function followTestClock(db: Db, moved: () => void): { clock(): number; stop(): Promise<void> } {
  let offset = 0;
  const round = async () => {
    const now = (await readNow(db)).at.getTime() - Date.now();
    if (Math.abs(now - offset) > 1_000) {
      offset = now;
      moved();
    }
    return false;
  };
  const { stop } = goRound("test clock", round, { every: 100, apart: 100, longest: 2_000 });
  return { clock: () => Date.now() + offset, stop };
}
