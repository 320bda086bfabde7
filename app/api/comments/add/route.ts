import { showing } from "#app/_edge/showing.ts";
import { write } from "#app/_edge/write.ts";
import { addToComment } from "#domain/comments/change.ts";
import { commentChange } from "#domain/comments/input.ts";

/** 补充, at any time. */
export const POST = write({
  schema: commentChange,
  run: addToComment,
  action: "comment",
  seen: ({ id, postId, eventId }) => showing(`/posts/${postId}?thread=${id}`, eventId, `comment-${id}`),
  kept: ({ commentId = "" }) =>
    /^[1-9]\d{0,14}$/.test(commentId) ? `/comments/${commentId}/own?form=add` : "/refused",
});
