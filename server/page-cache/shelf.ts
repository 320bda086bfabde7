import type { Asked } from "./asked.ts";
import type { Page } from "./page.ts";

/** A page that is kept, and what is known of its age. Times are milliseconds of a clock that never jumps. */
export interface Kept {
  key: string;
  asked: Asked;
  page: Page;
  topics: ReadonlySet<string>;
  /** When its rendering began. */
  begunAt: number;
  /** When a rendering last began, also one that failed. */
  triedAt: number;
  /** The instant on the wall from which it reads differently. */
  expiresAt: number;
  /** Since when something it shows has changed. */
  staleAt: number | null;
  askedAt: number;
}

/** The kept pages: found by key and by topic, bounded in bytes; those asked for longest ago go first. */
export class Shelf {
  readonly #byKey = new Map<string, Kept>();
  readonly #byTopic = new Map<string, Set<Kept>>();
  readonly #most: number;
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#byKey.size;
  }

  find(key: string): Kept | undefined {
    return this.#byKey.get(key);
  }

  showing(topic: string): Iterable<Kept> {
    return this.#byTopic.get(topic) ?? [];
  }

  all(): Iterable<Kept> {
    return this.#byKey.values();
  }

  put(kept: Kept): void {
    this.take(kept.key);
    this.#byKey.set(kept.key, kept);
    this.#bytes += kept.page.bytes;
    for (const topic of kept.topics) {
      const pages = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, pages.add(kept));
    }
    for (const [key] of this.#byKey) {
      if (this.#bytes <= this.#most) break;
      this.take(key);
    }
  }

  /** It was asked for: it goes to the end of the row. Not at every request of a page that is asked for all the time. */
  touch(kept: Kept, now: number): void {
    if (now - kept.askedAt < 1_000) return;
    kept.askedAt = now;
    this.#byKey.delete(kept.key);
    this.#byKey.set(kept.key, kept);
  }

  take(key: string): void {
    const kept = this.#byKey.get(key);
    if (!kept) return;
    this.#byKey.delete(key);
    this.#bytes -= kept.page.bytes;
    for (const topic of kept.topics) {
      const pages = this.#byTopic.get(topic);
      pages?.delete(kept);
      if (pages?.size === 0) this.#byTopic.delete(topic);
    }
  }
}
