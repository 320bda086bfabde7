import type { Growing } from "#domain/access/to-posts.ts";
import type { Post } from "#domain/posts/post.ts";

/** Who may add to this post besides its stream: whoever wrote an appeal adds to it in their own name. */
export function growingOf(post: Post): Growing {
  return { stream: post.stream, citizenId: post.kind === "appeal" ? post.authorId : null, besides: [] };
}
