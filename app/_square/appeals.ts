import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { choiceOf, idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { listAppeals } from "#domain/appeals/list-appeals.ts";
import { readPledges } from "#domain/appeals/read-pledges.ts";
import { readPost } from "#domain/posts/read-post.ts";

/** 求助·接力: those one can give to, those that wait for an office, those that are over. */
export async function readAppealsPage(query: Query) {
  const show = choiceOf(query.show, ["pledging", "waiting", "over"]);
  const after = idOf(query.after);
  const { posts, next } = await listAppeals(db, { show, after }, await now());
  const until = earliest(posts.flatMap(({ letters }) => letters));
  await shows(["appeals", ...posts.map(({ id }) => `post:${id}`)], { until });
  return { show, after: after ?? null, posts, next };
}

/** Every promise for one appeal, page by page; null where there is no such appeal for everybody. */
export async function readPledgesPage(given: string, query: Query) {
  const id = idOf(given);
  if (!id) return null;
  await shows(`post:${id}`);
  const read = await readPost(db, id, await now());
  if (!read?.post?.appeal) return null;
  const after = idOf(query.after) ?? null;
  const { body, speaker, appeal } = read.post;
  return { id, after, body, speaker, appeal, ...(await readPledges(db, id, after)) };
}
