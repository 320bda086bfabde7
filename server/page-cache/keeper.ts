import { setTimeout as pause } from "node:timers/promises";
import { civilDateOf, endOf } from "#domain/calendar/civil-date.ts";
import { takesAway } from "#domain/events/bridge.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import type { Asked } from "./asked.ts";
import type { Captured } from "./capture.ts";
import { finish, thorough } from "./page.ts";
import type { Queue } from "./queue.ts";
import type { Rendering } from "./render.ts";
import type { Kept, Shelf } from "./shelf.ts";

/** What a reader gets: a page that is kept, or an answer that is not (not found, a redirect, an error). */
export type Answer = { kept: Kept } | { passed: Captured };

export interface KeeperOptions {
  render(asked: Asked): Promise<Rendering>;
  headers(asked: Asked, captured: Captured, topics: ReadonlySet<string>): Record<string, string>;
  shelf: Shelf;
  queue: Queue;
  /** The wall's clock, in milliseconds. */
  clock(): number;
  /** A clock that never jumps, in milliseconds. */
  ticks(): number;
}

/** Milliseconds. A page is renewed at most once in `apart`; for somebody who has just changed it, in `apartForWriter`. */
export const limits = { apart: 1_000, apartForWriter: 250, stale: 60_000, staleIfError: 300_000, hot: 60_000 };

interface Flight {
  begunAt: number;
  /** What has changed since it began, and what of it must not be seen in its older form. */
  changed: Set<string>;
  purged: Set<string>;
  answer: Promise<Answer>;
}

/** Decides what is kept, for how long, and when it is rendered again. One rendering a page, however many wait for it. */
export class Keeper {
  readonly #flights = new Map<string, Flight>();
  readonly #renewals = new Set<string>();
  readonly #is: KeeperOptions;

  constructor(options: KeeperOptions) {
    this.#is = options;
  }

  /** The page as it is now, or as it was a moment ago while a newer one is on its way. */
  async answer(asked: Asked): Promise<Answer> {
    const kept = this.#is.shelf.find(asked.key);
    if (!kept) return this.#fly(asked, true);
    const now = this.#is.ticks();
    this.#is.shelf.touch(kept, now);
    if (this.isFresh(kept)) return { kept };
    if (this.#isExpired(kept) || kept.staleAt === null || now - kept.staleAt > limits.stale)
      return this.#renewed(asked, kept);
    this.#renewSoon(asked, kept);
    return { kept };
  }

  /**
   * For somebody who has just changed what it shows. Good enough is what was rendered after they came (`arrived`, in
   * ticks), or what is fresh although every event up to theirs has been heard (`told`).
   */
  async answerToWriter(asked: Asked, arrived: number, told: boolean): Promise<Answer> {
    for (;;) {
      const kept = this.#is.shelf.find(asked.key);
      if (kept && (kept.begunAt >= arrived || (told && this.isFresh(kept)))) return { kept };
      const flight = this.#flights.get(asked.key);
      if (flight) {
        const answer = await flight.answer;
        if (flight.begunAt >= arrived) return answer;
        continue;
      }
      const wait = (kept?.begunAt ?? Number.NEGATIVE_INFINITY) + limits.apartForWriter - this.#is.ticks();
      if (wait <= 0) return this.#fly(asked, true);
      await pause(wait);
    }
  }

  isFresh(kept: Kept): boolean {
    return kept.staleAt === null && !this.#isExpired(kept);
  }

  /** Hears of every event, in order. */
  follow(events: StampedEvent[]): void {
    for (const { what, topics } of events) {
      if (takesAway(what)) this.purge(topics);
      for (const flight of this.#flights.values()) for (const topic of topics) flight.changed.add(topic);
      for (const topic of topics) for (const kept of [...this.#is.shelf.showing(topic)]) this.#changed(kept);
    }
  }

  /** Nothing that shows these is ever served again, nor what is being rendered of them at this moment. */
  purge(topics: readonly string[]): void {
    for (const topic of topics) {
      for (const flight of this.#flights.values()) flight.purged.add(topic);
      for (const { key } of [...this.#is.shelf.showing(topic)]) this.#is.shelf.take(key);
    }
  }

  /** Everything that is shown depends on what has changed: the clock was moved. */
  forgetAll(): void {
    for (const { key } of [...this.#is.shelf.all()]) this.#is.shelf.take(key);
  }

  #changed(kept: Kept): void {
    kept.staleAt ??= this.#is.ticks();
    // Nobody has asked for it lately: whoever comes next waits for it, and until then nothing is rendered for nobody.
    if (this.#is.ticks() - kept.askedAt > limits.hot) this.#is.shelf.take(kept.key);
    else this.#renewSoon(kept.asked, kept);
  }

  #isExpired(kept: Kept): boolean {
    return this.#is.clock() >= kept.expiresAt;
  }

  /** Waits for the newer page; when it cannot be had, the older one is better than none for a while. */
  async #renewed(asked: Asked, old: Kept): Promise<Answer> {
    const answer = await this.#fly(asked, true).catch((error: unknown) => {
      if (this.#goodWithoutNewer(old)) return { kept: old };
      throw error;
    });
    if ("passed" in answer && answer.passed.status >= 500 && this.#goodWithoutNewer(old)) return { kept: old };
    return answer;
  }

  #goodWithoutNewer(old: Kept): boolean {
    if (this.#is.shelf.find(old.key) !== old) return false;
    const oldFor = old.staleAt === null ? this.#is.clock() - old.expiresAt : this.#is.ticks() - old.staleAt;
    return oldFor < limits.staleIfError;
  }

  /** In advance, so that the next reader already finds it; not more often than the limit, and not twice at once. */
  #renewSoon(asked: Asked, kept: Kept): void {
    if (this.#renewals.has(asked.key) || this.#flights.has(asked.key)) return;
    this.#renewals.add(asked.key);
    const wait = Math.max(0, kept.triedAt + limits.apart - this.#is.ticks());
    const renew = () => {
      this.#renewals.delete(asked.key);
      const now = this.#is.shelf.find(asked.key);
      if (now && !this.isFresh(now)) void this.#fly(asked, false).catch(() => {});
    };
    setTimeout(renew, wait).unref();
  }

  #fly(asked: Asked, reader: boolean): Promise<Answer> {
    const under = this.#flights.get(asked.key);
    if (under) return under.answer;
    const flight: Flight = { begunAt: 0, changed: new Set(), purged: new Set(), answer: Promise.resolve() as never };
    this.#flights.set(asked.key, flight);
    flight.answer = this.#is.queue
      .run(() => this.#rendered(asked, flight), { reader })
      .finally(() => this.#flights.delete(asked.key))
      .then((answer) => {
        if ("kept" in answer && answer.kept.staleAt !== null) this.#renewSoon(asked, answer.kept);
        return answer;
      });
    return flight.answer;
  }

  /** A file of the build is sent a thousand times and made once. Nobody waits for it. */
  async #compressThoroughly(kept: Kept, captured: Captured): Promise<void> {
    const page = await finish(captured, this.#is.headers(kept.asked, captured, kept.topics), thorough);
    if (this.#is.shelf.find(kept.key) === kept) this.#is.shelf.put({ ...kept, page });
  }

  async #rendered(asked: Asked, flight: Flight): Promise<Answer> {
    for (;;) {
      flight.begunAt = this.#is.ticks();
      const before = this.#is.shelf.find(asked.key);
      if (before) before.triedAt = flight.begunAt;
      flight.changed.clear();
      flight.purged.clear();
      const wall = this.#is.clock();
      const { captured, topics, until } = await this.#is.render(asked);
      if (captured.status !== 200 || (!asked.asset && topics.size === 0)) return { passed: captured };
      const page = await finish(captured, this.#is.headers(asked, captured, topics));
      // Something was hidden meanwhile, and these bytes may still show it.
      if (meet(topics, flight.purged)) continue;
      const kept: Kept = {
        key: asked.key,
        asked: { ...asked, since: null },
        page,
        topics,
        begunAt: flight.begunAt,
        expiresAt: asked.asset
          ? Number.POSITIVE_INFINITY
          : Math.min(until, endOf(civilDateOf(new Date(wall))).getTime()),
        staleAt: meet(topics, flight.changed) ? this.#is.ticks() : null,
        triedAt: flight.begunAt,
        askedAt: before?.askedAt ?? flight.begunAt,
      };
      this.#is.shelf.put(kept);
      if (asked.asset) void this.#compressThoroughly(kept, captured).catch(() => {});
      return { kept };
    }
  }
}

function meet(topics: Iterable<string>, others: ReadonlySet<string>): boolean {
  for (const topic of topics) if (others.has(topic)) return true;
  return false;
}
