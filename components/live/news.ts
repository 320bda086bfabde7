import { counted, type LiveWords } from "./words.ts";

const comments = ["comment.write", "comment.reply"];
const posts = ["post.publish"];
const updates = ["update.add"];

/** The topic of the band at the head of every page. */
export const incidents = "incidents";

/** The topics that a page wants to hear of; with that of incidents at most as many as one socket may watch. */
export function topicsOn(page: ParentNode): string[] {
  const topics = [...page.querySelectorAll<HTMLElement>("[data-watch], [data-new-posts]")].flatMap(({ dataset }) =>
    (dataset.watch ?? dataset.newPosts ?? "").split(" "),
  );
  for (const { dataset } of page.querySelectorAll<HTMLElement>("[data-new-comments]"))
    topics.push(`post:${dataset.newComments}`);
  for (const { dataset } of page.querySelectorAll<HTMLElement>("[data-new-updates]"))
    topics.push(`post:${dataset.newUpdates}`);
  for (const { dataset } of page.querySelectorAll<HTMLElement>("form[data-vote^='post:']")) topics.push(dataset.vote!);
  return [...new Set(topics.filter(Boolean))].slice(0, 19);
}

/** What has come since the page was made, gathered until the newer page can be had; then offered, not put in. */
export class News {
  readonly #words: LiveWords;
  readonly #heard = new Map<string, Record<string, number>>();

  constructor(words: LiveWords) {
    this.#words = words;
  }

  add(topic: string, counts: Record<string, number>): void {
    const all = this.#heard.get(topic) ?? {};
    for (const [what, n] of Object.entries(counts)) all[what] = (all[what] ?? 0) + n;
    this.#heard.set(topic, all);
  }

  show(): void {
    const { language, newComment, newComments, newPost, newPosts, newUpdate, newUpdates, changed } = this.#words;
    for (const place of document.querySelectorAll<HTMLElement>("[data-new-comments]")) {
      const n = this.#count(`post:${place.dataset.newComments}`, comments);
      if (n > 0) offer(place, counted(newComment, newComments, n, language), newest("#comments"));
    }
    for (const place of document.querySelectorAll<HTMLElement>("[data-new-posts]")) {
      const n = place.dataset.newPosts!.split(" ").reduce((sum, topic) => sum + this.#count(topic, posts), 0);
      if (n > 0) offer(place, counted(newPost, newPosts, n, language), location.pathname);
    }
    for (const place of document.querySelectorAll<HTMLElement>("[data-new-updates]")) {
      const n = this.#count(`post:${place.dataset.newUpdates}`, updates);
      if (n > 0) offer(place, counted(newUpdate, newUpdates, n, language), place.dataset.at!);
    }
    for (const place of document.querySelectorAll<HTMLElement>("[data-watch]")) {
      const some = place.dataset
        .watch!.split(" ")
        .some((topic) => Object.keys(this.#heard.get(topic) ?? {}).some((what) => what !== "signatures.counted"));
      if (some) offer(place, changed, location.pathname + location.search);
    }
  }

  #count(topic: string, kinds: readonly string[]): number {
    const heard = this.#heard.get(topic) ?? {};
    return kinds.reduce((sum, kind) => sum + (heard[kind] ?? 0), 0);
  }
}

/** Where the newest stand first. */
function newest(part: string): string {
  const query = new URLSearchParams(location.search);
  for (const name of ["after", "reply", "thread"]) query.delete(name);
  query.set("sort", "newest");
  return `${location.pathname}?${query}${part}`;
}

/** On the list of notices: what has come stands above, not under the reader's eyes. */
export function offerNotices({ newNotices }: LiveWords): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-new-notices]")) {
    offer(place, newNotices, location.pathname + location.search);
  }
}

function offer(place: HTMLElement, words: string, href: string): void {
  const link = place.querySelector("a") ?? place.appendChild(document.createElement("a"));
  link.className =
    "my-2 flex min-h-target items-center justify-center border border-brand bg-card px-4 font-semibold text-brand";
  link.href = href;
  link.textContent = words;
  // A link to where one already is would only scroll.
  link.onclick = () => {
    if (link.pathname + link.search === location.pathname + location.search) location.reload();
  };
}
