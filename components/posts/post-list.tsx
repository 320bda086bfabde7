import { PostCard } from "#components/posts/post-card.tsx";
import type { ShownPost } from "#domain/posts/shown.ts";

export function PostList({ posts }: { posts: readonly ShownPost[] }) {
  return (
    <ol>
      {posts.map((post) => (
        <PostCard key={post.id} post={post} />
      ))}
    </ol>
  );
}
