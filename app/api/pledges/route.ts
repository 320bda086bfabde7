import { showing } from "#app/_edge/showing.ts";
import { write } from "#app/_edge/write.ts";
import { pledgeInput } from "#domain/appeals/input.ts";
import { pledge } from "#domain/appeals/pledge.ts";

/** 认捐. A second click is the first one's pledge; what became of it stands in the appeal. */
export const POST = write({
  schema: pledgeInput,
  run: pledge,
  action: "pledge",
  seen: ({ postId, eventId }) => showing(`/posts/${postId}`, eventId, "appeal"),
  kept: ({ postId }) => `/appeals/${/^\d{1,15}$/.test(postId ?? "") ? postId : 0}/act`,
});
