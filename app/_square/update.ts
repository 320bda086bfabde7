import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { idOf } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { readUpdate } from "#domain/updates/read-updates.ts";

/** One update of a post, whole, with those before and after it. Of a hidden post there is none to be read. */
export async function readUpdatePage(givenPost: string, givenNumber: string) {
  const [postId, number] = [idOf(givenPost), idOf(givenNumber)];
  if (!postId || !number) return null;
  await shows(`post:${postId}`);
  const [read, thread] = await Promise.all([readPost(db, postId, await now()), readUpdate(db, postId, number)]);
  return read?.post && thread ? { post: read.post, ...thread } : null;
}
