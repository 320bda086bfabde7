import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { choiceOf, idOf, type Query, slugOf } from "#app/_square/query.ts";
import { withQuery } from "#components/ui/address.ts";
import { db } from "#db/client.ts";
import { readPhonesOf } from "#domain/directory/read-phones.ts";
import { type PublicStream, readLeader, readLeaders, readOffice, readOffices } from "#domain/offices/read-streams.ts";
import { readStream } from "#domain/posts/read-posts.ts";
import { readFigures } from "#domain/statistics/read-figures.ts";

/** 领导: who speaks here, and where letters are taken. */
export async function readLeadersPage() {
  await shows("structure");
  const [leaders, offices] = await Promise.all([readLeaders(db), readOffices(db)]);
  return { leaders, offices };
}

/** A leader's 微博主页. */
export async function readLeaderPage(given: string, query: Query) {
  const handle = slugOf(given);
  if (!handle) return null;
  await shows([`leader:${handle}`, "structure"]);
  const stream = await readLeader(db, handle);
  return stream && readStreamPage(stream, { handle }, query);
}

/** An office's. */
export async function readOfficePage(given: string, query: Query) {
  const slug = slugOf(given);
  if (!slug) return null;
  await shows([`office:${slug}`, "structure"]);
  const stream = await readOffice(db, slug);
  return stream && readStreamPage(stream, { slug }, query);
}

async function readStreamPage(stream: PublicStream, of: { handle: string } | { slug: string }, query: Query) {
  const sort = choiceOf(query.sort, ["newest", "hottest"]);
  const after = idOf(query.after);
  const { mailbox } = stream;
  const at = await now();
  const [{ posts, pinned, next }, figures, phones] = await Promise.all([
    readStream(db, of, { sort, after }, at),
    mailbox && readFigures(db, { mailboxId: mailbox.id }),
    readPhonesOf(db, stream.office.slug, at),
  ]);
  const shown = pinned ? [pinned, ...posts] : posts;
  const topics = [`phones:${stream.office.slug}`, ...shown.map(({ id }) => `post:${id}`)];
  if (mailbox) topics.push(`mailbox:${mailbox.slug}`);
  await shows(topics, { until: earliest([...shown.flatMap((post) => post.letters), ...phones]) });
  return { stream, figures, phones, sort, after: after ?? null, pinned, posts, next };
}

export type StreamPage = Awaited<ReturnType<typeof readStreamPage>>;

/** The addresses of the page of older posts and of the first page. */
export function pagesOf({ stream: { leader, office }, sort, after, next }: StreamPage) {
  const here = leader ? `/leaders/${leader.handle}` : `/offices/${office.slug}`;
  const kept = { sort: sort === "hottest" ? sort : null };
  return {
    older: next ? withQuery(here, { ...kept, after: next }) : null,
    first: after ? withQuery(here, kept) : null,
  };
}
