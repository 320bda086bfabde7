import { write } from "#app/_edge/write.ts";
import { bookmarkInput } from "#domain/bookmarks/input.ts";
import { keepBookmark } from "#domain/bookmarks/keep.ts";

/** 收藏. Who has no scripts sees on their own page what they keep, and lets go of it there. */
export const POST = write({
  schema: bookmarkInput,
  run: keepBookmark,
  action: "follow",
  repeatable: true,
  seen: () => "/me/bookmarks",
  kept: () => "/refused",
});
