import { answers } from "#db/answers.ts";
import type { Db } from "#db/client.ts";
import { goRound } from "./rounds.ts";

export interface DatabaseWatch {
  /** The database did not answer when it was asked last, a quarter of a second ago. */
  isAway(): boolean;
  stop(): Promise<void>;
}

/** Asks the database again and again whether it is there, so that nobody's request has to find out by waiting. */
export function watchDatabase(db: Db): DatabaseWatch {
  let away = false;
  const look = async () => {
    const there = await answers(db);
    if (there === away) console.error(there ? "The database answers again." : "The database does not answer.");
    away = !there;
    return false;
  };
  const looking = goRound("database watch", look, { every: 250, apart: 250 });
  return { isAway: () => away, stop: looking.stop };
}
