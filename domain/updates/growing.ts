import type { Growing } from "#domain/access/to-posts.ts";
import type { Post } from "#domain/posts/post.ts";

/** Who may add to a post besides its stream: whoever wrote an appeal adds to it in their own name. */
export function growingOf({ kind, authorId, stream }: Pick<Post, "kind" | "authorId" | "stream">): Growing {
  return { stream, citizenId: kind === "appeal" ? authorId : null };
}
