/**
 * The one slot shared between our server and Next's own copy of our modules: a module-level variable set in `server/`
 * is not the one a page sees. The server sets it; `record` and `shows` read it.
 */
export interface Bridge {
  /** A transaction with events has been committed in this process: the relay need not wait for its next poll. */
  poke(): void;
  /** What shows any of these is thrown away in this process now, before whoever hid something hears that it is done. */
  purge(topics: string[]): void;
  /** What a square page that is being rendered shows, and the instant at which it will read differently. */
  shows(render: string, topics: string[], until?: Date): void;
}

/** Changes after which the older bytes must not be seen by anybody, not even for a moment. */
export const takesAway = (what: string): boolean => /\.(?:hide|redact|unpublish|erase)$/.test(what);

const slot = Symbol.for("gongpu.bridge");
const shared = globalThis as typeof globalThis & { [slot]?: Bridge };

export const bridge = (): Bridge | undefined => shared[slot];

export function setBridge(next: Bridge | undefined): void {
  shared[slot] = next;
}
