import { write } from "#app/_edge/write.ts";
import { follow } from "#domain/follows/follow.ts";
import { followInput } from "#domain/follows/input.ts";

/** 关注. Who has no scripts sees on their own page what they follow, and takes it back there. */
export const POST = write({
  schema: followInput,
  run: follow,
  action: "follow",
  repeatable: true,
  seen: () => "/me/following",
  kept: () => "/refused",
});
