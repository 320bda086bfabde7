import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import { isStampedUpTo, lastPosition } from "#domain/events/stamped.ts";
import { goRound, type Rounds } from "../rounds.ts";
import { type Consumer, consume } from "./consume.ts";
import { stampEvents } from "./stamp-events.ts";
import { type Tail, TailReader } from "./tail.ts";

export interface RelayOptions {
  /** Whoever follows in this process. */
  tails: Tail[];
  /** Whoever must get every event once, however often the process dies. */
  consumers: Consumer[];
  /** Is it this process's part to stamp and to feed the consumers? Tails are fed in every process. */
  stamps: boolean;
}

export interface Relay {
  /** Something was committed in this process: no need to wait for the next look. */
  poke(): void;
  /** The last position that the tails of this process have been told. */
  position(): number;
  /** Returns when the tails of this process know every committed event up to this id: true, or false after a second. */
  told(eventId: number): Promise<boolean>;
  stop(): Promise<void>;
}

const pace = { every: 250, apart: 20, longest: 2_000 };
/** Consumers pay for a transaction each time: under load they take what has gathered. */
const patience = { every: 250, apart: 200, longest: 10_000 };

/** Carries every committed event to whoever follows. */
export async function startRelay(db: Db, { tails, consumers, stamps }: RelayOptions): Promise<Relay> {
  const reader = await TailReader.from(db, tails);
  const reading = goRound("tails", () => reader.read(), pace);
  const feeding = stamps ? consumers.map((one) => goRound(one.name, () => consume(db, one), one.pace ?? patience)) : [];
  const stamping = stamps ? [goStamping(db, [reading, ...feeding])] : [];
  // Where another process stamps, a poke can only make this one look.
  const poke = () => (stamping[0] ?? reading).poke();
  return {
    poke,
    position: () => reader.position,
    told: async (eventId) => {
      for (const end = performance.now() + longestWait; performance.now() < end; await pause(10)) {
        poke();
        if ((await isStampedUpTo(db, eventId)) && reader.position >= (await lastPosition(db))) return true;
      }
      return false;
    },
    stop: async () => {
      for (const one of [...stamping, reading, ...feeding]) await one.stop();
    },
  };
}

/** Milliseconds that a reader waits at most for their own writing. */
const longestWait = 1_000;

/** How often to look again at once when an older transaction holds committed events back, before looking at leisure. */
const impatience = 10;

function goStamping(db: Db, followers: Rounds[]): Rounds {
  let inVain = 0;
  const round = async () => {
    const { stamped, waiting } = await stampEvents(db);
    if (stamped > 0) for (const follower of followers) follower.poke();
    inVain = stamped > 0 ? 0 : inVain + 1;
    return waiting && inVain < impatience;
  };
  return goRound("relay", round, pace);
}
