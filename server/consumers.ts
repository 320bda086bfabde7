import type { Consumer } from "./relay/consume.ts";

/** Whoever must get every event once, whatever happens to the process. */
export const consumers: Consumer[] = [];
