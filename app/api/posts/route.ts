import { write } from "#app/_edge/write.ts";
import { composeInput } from "#domain/posts/input.ts";
import { composePost } from "#domain/posts/publish.ts";

/** A leader's or an office's post: kept, offered, published or scheduled in one. */
export const POST = write({
  schema: composeInput,
  run: async (db, actor, input, now) => {
    const { id, state, publishAt } = await composePost(db, actor, input, now);
    return { id, state, publishAt };
  },
  action: "post",
  seen: ({ id, state }) => (state === "published" ? `/posts/${id}` : "/desk/posts"),
  kept: () => "/refused",
});
