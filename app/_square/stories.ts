import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readPostsOfKind } from "#domain/posts/read-posts.ts";
import { storyKinds } from "#domain/stories/shown.ts";

/** 曝光和表扬. */
export async function readStoriesPage(query: Query) {
  const kind = storyKinds.find((one) => one === query.kind) ?? null;
  const after = idOf(query.after);
  const { posts, next } = await readPostsOfKind(db, kind ?? storyKinds, { after }, await now());
  const owed = posts.flatMap(({ story }) => story?.offices.flatMap((office) => office.owed ?? []) ?? []);
  const until = earliest([...owed, ...posts.flatMap(({ letters }) => letters)]);
  await shows(["home", ...posts.map(({ id }) => `post:${id}`)], { until });
  return { kind, after: after ?? null, posts, next };
}
