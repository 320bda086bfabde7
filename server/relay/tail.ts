import type { Db } from "#db/client.ts";
import { lastPosition, readEventsAfter, type StampedEvent } from "#domain/events/stamped.ts";

/** Somebody in this process who follows the events from its start on and remembers nothing across a restart. */
export interface Tail {
  follow(events: StampedEvent[]): void;
}

const batch = 500;

/** One reading of the stamped events for all tails of a process. */
export class TailReader {
  /** Every event up to here has been handed to the tails. */
  position: number;
  readonly #db: Db;
  readonly #tails: Tail[];

  private constructor(db: Db, tails: Tail[], position: number) {
    this.#db = db;
    this.#tails = tails;
    this.position = position;
  }

  static async from(db: Db, tails: Tail[]): Promise<TailReader> {
    return new TailReader(db, tails, await lastPosition(db));
  }

  /** Reads on; answers whether more are waiting. */
  async read(): Promise<boolean> {
    const events = await readEventsAfter(this.#db, this.position, batch);
    if (events.length === 0) return false;
    this.position = events.at(-1)!.position;
    for (const tail of this.#tails) tail.follow(events);
    return events.length === batch;
  }
}
