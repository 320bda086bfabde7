import type { Actor } from "./actor.ts";
import { holds } from "./holds.ts";

/** What the supervising offices see of all the others. Which letters they read is asked of each letter. */
export const toSupervision = {
  "lights.read": (actor: Actor) => holds(actor, "supervisor"),
};
