import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { choiceOf, idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readGlance } from "#domain/letters/read-glance.ts";
import { readHome, readPinnedBroadcast, readPostsOfKind } from "#domain/posts/read-posts.ts";
import { readNextSession } from "#domain/sessions/read-sessions.ts";
import { readFigures } from "#domain/statistics/read-figures.ts";

/** 首页, and /index.json. */
export async function readHomePage(query: Query) {
  const sort = choiceOf(query.sort, ["newest", "hottest"]);
  const after = idOf(query.after);
  const at = await now();
  const [{ posts, next }, broadcast, letters, figures, session] = await Promise.all([
    readHome(db, { sort, after }, at),
    after ? null : readPinnedBroadcast(db, at),
    readGlance(db, at),
    readFigures(db, "all"),
    readNextSession(db, at),
  ]);
  const shown = broadcast ? [broadcast, ...posts] : posts;
  const own = session ? [session.session] : [];
  const until = earliest([own, letters.urgent, ...shown.map((post) => post.letters)].flat());
  await shows(["home", "letters", ...shown.map(({ id }) => `post:${id}`)], { until });
  return { sort, after: after ?? null, broadcast, posts, next, letters, figures, session };
}

export type HomePage = Awaited<ReturnType<typeof readHomePage>>;

/** 播报, each as it was made; they stand on the home page and have a feed of their own. */
export async function readBroadcastsPage(query: Query) {
  const after = idOf(query.after);
  const { posts, next } = await readPostsOfKind(db, "broadcast", { after }, await now());
  await shows(["home", ...posts.map(({ id }) => `post:${id}`)], {
    until: earliest(posts.flatMap(({ letters }) => letters)),
  });
  return { after: after ?? null, posts, next };
}
