import { showing } from "#app/_edge/showing.ts";
import { write } from "#app/_edge/write.ts";
import { editComment } from "#domain/comments/change.ts";
import { commentChange } from "#domain/comments/input.ts";

/** 修改, within the quarter of an hour. */
export const POST = write({
  schema: commentChange,
  run: editComment,
  action: "comment",
  seen: ({ id, postId, eventId }) => showing(`/posts/${postId}?thread=${id}`, eventId, `comment-${id}`),
  kept: () => "/refused",
});
