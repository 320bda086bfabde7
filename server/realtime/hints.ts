import type { StampedEvent } from "#domain/events/stamped.ts";

/** What a room is told: that something happened, how far the record goes now, and how often what. Never the thing itself. */
export interface Hint {
  topic: string;
  position: number;
  /** How many events of each name since the last hint: { "comment.write": 3 }. */
  counts: Record<string, number>;
}

/** Gathers events by topic. A public topic tells of public events only; a person's own topic of all of theirs. */
export function hintsOf(events: Iterable<StampedEvent>): Map<string, Hint> {
  const hints = new Map<string, Hint>();
  for (const event of events) {
    for (const topic of event.topics) {
      if (!event.public && !isPersonal(topic)) continue;
      const hint = hints.get(topic) ?? { topic, position: 0, counts: {} };
      hint.position = event.position;
      hint.counts[event.what] = (hint.counts[event.what] ?? 0) + 1;
      hints.set(topic, hint);
    }
  }
  return hints;
}

export function isPersonal(topic: string): boolean {
  return topic.startsWith("person:");
}

/** Topics of the public record, which anybody may watch. Desks and people are not among them. */
const publicTopics = /^(?:home|letters|log|incidents|(?:post|letter|leader|office|mailbox|stream):[\w-]{1,64})$/;

export function mayBeWatched(topic: unknown): topic is string {
  return typeof topic === "string" && publicTopics.test(topic);
}

/** The last events of this process, for those who were away for a moment. */
export class Recent {
  readonly #events: StampedEvent[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(events: StampedEvent[]): void {
    this.#events.push(...events);
    if (this.#events.length > 2 * this.#most) this.#events.splice(0, this.#events.length - this.#most);
  }

  /** What happened on a topic after one position and up to another; null when that is longer ago than is remembered. */
  between(topic: string, after: number, upTo: number): Hint | null | undefined {
    const oldest = this.#events[0]?.position;
    if (oldest === undefined || after + 1 < oldest) return null;
    const missed = this.#events.filter(
      ({ position, topics }) => position > after && position <= upTo && topics.includes(topic),
    );
    return hintsOf(missed).get(topic);
  }
}
