export interface Pace {
  /** Milliseconds from one round to the next when nobody pokes. */
  every: number;
  /** Milliseconds that lie between two rounds however often somebody pokes. */
  apart: number;
  /** The longest back-off after failures. */
  longest?: number;
}

export interface Rounds {
  /** There is something to do now. */
  poke(): void;
  /** No further round; returns when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * Does something again and again. A round that answers true has left something to do and is followed by the next
 * without waiting; one that fails is tried again, ever more slowly, and never ends the process.
 */
export function goRound(name: string, round: () => Promise<boolean>, pace: Pace): Rounds {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let poked = false;
  let failures = 0;
  let stopped = false;
  let lastBegun = Number.NEGATIVE_INFINITY;

  const plan = (wait: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => (running = run()), wait);
  };
  const soon = () => Math.max(0, lastBegun + pace.apart - performance.now());

  const run = async () => {
    lastBegun = performance.now();
    poked = false;
    try {
      const more = await round();
      if (failures > 0) console.error(`${name}: works again after ${failures} failures`);
      failures = 0;
      running = undefined;
      plan(more || poked ? soon() : pace.every);
    } catch (error) {
      // One line an outage, not four a second.
      if (failures === 0 && !stopped) console.error(`${name}:`, error);
      failures += 1;
      running = undefined;
      plan(Math.min(pace.longest ?? 60_000, pace.every * 2 ** Math.min(failures, 16)));
    }
  };

  plan(0);
  return {
    poke: () => {
      if (running) poked = true;
      else if (failures === 0) plan(soon());
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
