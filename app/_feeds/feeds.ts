import { getLocale, getTranslations } from "next-intl/server";
import { readAppealsPage } from "#app/_square/appeals.ts";
import { readBroadcastsPage, readHomePage } from "#app/_square/home.ts";
import { readLedgerPage } from "#app/_square/ledger.ts";
import { readLetterPage, readLettersPage } from "#app/_square/letters.ts";
import type { Query } from "#app/_square/query.ts";
import { readSearchPage } from "#app/_square/search.ts";
import { readStoriesPage } from "#app/_square/stories.ts";
import { type pagesOf, readLeaderPage, readOfficePage } from "#app/_square/streams.ts";
import { readTagPage } from "#app/_square/tag.ts";
import { foundAt } from "#app/_square/twins.ts";
import { feedAddress } from "#components/feeds/feed-address.ts";
import { nameOf, streamOf } from "#components/people/speaker.tsx";
import { withQuery } from "#components/ui/address.ts";
import type { Entry, Feed } from "./atom.ts";
import { entriesOfHits } from "./of-hits.ts";
import { entriesOfLetters, entriesOfTimeline } from "./of-letters.ts";
import { entriesOfPosts } from "./of-posts.ts";
import { escaped } from "./xml.ts";

type ReadFeed = (query: Query, part: string) => Promise<Feed | null>;

/** The pages that have a feed, each read by the function that the page itself is read by; a feed's order is time. */
const feeds: Readonly<Record<string, ReadFeed>> = {
  "/": async ({ after }) => {
    const home = await readHomePage({ after });
    const posts = home.broadcast ? [home.broadcast, ...home.posts] : home.posts;
    return paged("/", {}, home, (await getTranslations("home"))("posts"), await entriesOfPosts(posts));
  },
  "/broadcasts": async ({ after }) => {
    const page = await readBroadcastsPage({ after });
    const title = (await getTranslations("square.kinds"))("broadcast");
    return paged("/broadcasts", {}, page, title, await entriesOfPosts(page.posts));
  },
  "/stories": async ({ kind, after }) => {
    const page = await readStoriesPage({ kind, after });
    const title = (await getTranslations("stories"))("title");
    return paged("/stories", { kind: page.kind }, page, title, await entriesOfPosts(page.posts));
  },
  "/appeals": async ({ show, after }) => {
    const page = await readAppealsPage({ show, after });
    const title = (await getTranslations("appeals"))("title");
    const kept = { show: typeof show === "string" ? page.show : null };
    return paged("/appeals", kept, page, title, await entriesOfPosts(page.posts));
  },
  "/leaders/*": async ({ after }, handle) => streamFeed(await readLeaderPage(handle, { after })),
  "/offices/*": async ({ after }, slug) => streamFeed(await readOfficePage(slug, { after })),
  "/topics/*": async ({ after }, name) => {
    const page = await readTagPage(name, { after });
    if (!page) return null;
    const here = `/topics/${encodeURIComponent(page.tag)}`;
    return paged(here, {}, page, `#${page.tag}#`, await entriesOfHits(page.hits));
  },
  "/letters": async (query) => {
    const { filter, letters, next } = await readLettersPage(query);
    const { after = null, ...kept } = filter;
    const title = (await getTranslations("letter-page.list"))("title");
    return paged("/letters", kept, { after, next }, title, await entriesOfLetters(letters));
  },
  "/letters/*": async (_, number) => {
    const letter = await readLetterPage(number);
    if (letter?.face !== "open") return null;
    return paged(`/letters/${number}`, {}, { after: null, next: null }, letter.title, await entriesOfTimeline(letter));
  },
  "/search": async (query) => {
    const { input, hits, next } = await readSearchPage(query);
    const { after = null, ...kept } = input;
    const title = (await getTranslations("search"))("titleOf", { words: input.q ?? "" });
    return paged("/search", kept, { after, next }, title, await entriesOfHits(hits));
  },
  "/ledger": async ({ after }) => {
    const page = await readLedgerPage({ after });
    return paged("/ledger", {}, page, (await getTranslations("ledger"))("title"), await entriesOfLedger(page));
  },
};

/** The addresses that have a feed. */
export const feedAddresses = Object.keys(feeds);

/** Finds the feed of an address (`["topics", "路灯"]`). */
export function feedOf(path: readonly string[]): ((query: Query) => Promise<Feed | null>) | null {
  return foundAt(feeds, path);
}

interface Paging {
  after: string | number | null;
  next: string | number | null;
}

function paged(
  path: string,
  kept: Parameters<typeof withQuery>[1],
  { after, next }: Paging,
  title: string,
  entries: Entry[],
): Feed {
  const first = withQuery(path, kept);
  return {
    title,
    page: first,
    self: feedAddress(withQuery(path, { ...kept, after })),
    next: next === null ? null : feedAddress(withQuery(path, { ...kept, after: next })),
    first: after === null ? null : feedAddress(first),
    entries,
  };
}

async function streamFeed(page: Parameters<typeof pagesOf>[0] | null): Promise<Feed | null> {
  if (!page) return null;
  const { leader, office } = page.stream;
  const title = nameOf(await getLocale(), { leader, office, nickname: null, voice: null });
  const posts = page.pinned ? [page.pinned, ...page.posts] : page.posts;
  return paged(streamOf(page.stream)!, {}, page, title, await entriesOfPosts(posts));
}

/** Each signed checkpoint, as it was signed: who keeps this feed has the outside copy that the ledger's page asks for. */
async function entriesOfLedger({ checkpoints }: Awaited<ReturnType<typeof readLedgerPage>>): Promise<Entry[]> {
  const [t, frame] = await Promise.all([getTranslations("feeds"), getTranslations("frame")]);
  return checkpoints.map(({ id, size, note, at }) => ({
    id: `ledger/checkpoints/${id}`,
    title: t("checkpoint", { size }),
    href: "/ledger",
    published: at,
    updated: at,
    author: frame("wordmark"),
    html: `<pre>${escaped(note)}</pre>`,
  }));
}
