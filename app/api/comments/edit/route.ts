import { showing } from "#app/_edge/showing.ts";
import { write } from "#app/_edge/write.ts";
import { editComment } from "#domain/comments/change.ts";
import { commentChange } from "#domain/comments/input.ts";

/** 修改, within the quarter of an hour. Sent twice it changes nothing more; changed back, it is another change. */
export const POST = write({
  schema: commentChange,
  run: editComment,
  action: "comment",
  repeatable: true,
  seen: ({ id, postId, eventId }) => showing(`/posts/${postId}?thread=${id}`, eventId, `comment-${id}`),
  kept: ({ commentId = "" }) =>
    /^[1-9]\d{0,14}$/.test(commentId) ? `/comments/${commentId}/own?form=edit` : "/refused",
});
