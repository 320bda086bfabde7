import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Db } from "#db/client.ts";
import { setBridge } from "#domain/events/bridge.ts";
import { lastPosition } from "#domain/events/stamped.ts";
import { openLedger } from "#domain/ledger/checkpoints.ts";
import { makeSigner } from "#domain/ledger/note.ts";
import type { Config } from "./config.ts";
import { consumers } from "./consumers.ts";
import { atEnd } from "./endings.ts";
import { timetable } from "./jobs.ts";
import { sealing } from "./ledger.ts";
import { createPageCache, type PageCache } from "./page-cache/page-cache.ts";
import { startRealtime } from "./realtime/start-realtime.ts";
import { type Relay, startRelay } from "./relay/start-relay.ts";
import { startTimetable } from "./start-timetable.ts";
import { followTestClock } from "./test-clock.ts";

interface Around {
  /** None where no visitor comes: this process has other roles. */
  http: Server | undefined;
  secret: string;
  /** What the ledger is signed with. */
  ledgerKey: string;
  /** While developing: where the upgrades go that are Next's. */
  otherUpgrades: ((request: IncomingMessage, socket: Duplex, head: Buffer) => unknown) | undefined;
}

/** What goes on beside the pages: relay, page cache, sockets and timetable, as far as this process has these roles. */
export async function startMovingParts(db: Db, config: Config, around: Around): Promise<PageCache> {
  const { publicUrl, roles, testClock } = config;
  const position = await lastPosition(db);
  let relay: Relay | undefined;
  const told = (eventId: number) => relay?.told(eventId) ?? Promise.resolve(false);
  const moved = testClock ? followTestClock(db, () => pages.forgetAll()) : undefined;
  if (moved) atEnd(moved.stop);
  const pages = createPageCache({ publicUrl, position, told, keeps: !around.otherUpgrades, clock: moved?.clock });
  const live = around.http && startRealtime(around.http, db, { publicUrl, position, ...around });
  if (live) atEnd(live.stop);
  const signer = makeSigner(publicUrl, around.ledgerKey);
  const stamps = roles.has("relay");
  if (stamps) await openLedger(db, signer);
  relay = await startRelay(db, {
    tails: live ? [pages, live] : [],
    consumers: [...consumers, sealing(signer)],
    stamps,
  });
  atEnd(relay.stop);
  setBridge({ poke: relay.poke, purge: pages.purge, shows: pages.shows });
  if (roles.has("jobs")) atEnd(startTimetable(db, timetable).stop);
  return pages;
}
