import type { Server as HttpServer, IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type DefaultEventsMap, Server, type Socket } from "socket.io";
import type { Db } from "#db/client.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { checkSignIn, forgetChecked } from "#domain/sign-in/check-sign-in.ts";
import { type Hint, hintsOf, mayBeWatched, Recent } from "./hints.ts";
import { Doorkeeper, isOwnOrigin, most } from "./limits.ts";

interface Heard {
  /** Watches public topics; `position` is the last that this browser knows of it. Answers with what was missed. */
  watch(watched: unknown, answer?: unknown): void;
  unwatch(topics: unknown): void;
}

interface Told {
  hint(hint: Hint): void;
  /** Too long away to be told what was missed. */
  "look-again"(again: { topic: string; position: number }): void;
}

interface Who {
  personId: number | null;
}

type Sockets = Server<Heard, Told, DefaultEventsMap, Who>;
type Browser = Socket<Heard, Told, DefaultEventsMap, Who>;

export interface RealtimeOptions {
  publicUrl: string;
  secret: string;
  /** The last event that was stamped before this process began to follow. */
  position: number;
  /** Where upgrades go that are not ours, while developing; otherwise they are cut off. */
  otherUpgrades?: ((request: IncomingMessage, socket: Duplex, head: Buffer) => unknown) | undefined;
}

export interface Realtime {
  follow(events: StampedEvent[]): void;
  stop(): Promise<void>;
}

/** Milliseconds for which hints to one room are gathered. */
const gathered = 100;
const path = "/socket.io/";

/** Sockets of browsers. They carry hints and nothing else: what happened is fetched like any page, by whoever may see it. */
export function startRealtime(
  http: HttpServer,
  db: Db,
  { publicUrl, secret, position, otherUpgrades }: RealtimeOptions,
): Realtime {
  const io: Sockets = new Server({
    path,
    transports: ["websocket"],
    serveClient: false,
    maxHttpBufferSize: 16_384,
    perMessageDeflate: false,
    pingInterval: 20_000,
    pingTimeout: 10_000,
    destroyUpgrade: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request, publicUrl)),
  });
  io.attach(http);
  http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.startsWith(path)) return;
    if (otherUpgrades) otherUpgrades(request, socket, head);
    else socket.destroy();
  });
  const recent = new Recent(5_000);
  let told = position;
  admit(io, db, secret);
  io.on("connection", (socket) => listen(socket, recent, () => told));

  let waiting: StampedEvent[] = [];
  const flush = () => {
    told = waiting.at(-1)?.position ?? told;
    for (const [topic, hint] of hintsOf(waiting)) io.to(topic).emit("hint", hint);
    waiting = [];
  };
  return {
    follow: (events) => {
      recent.add(events);
      for (const event of events) if (event.what === "sign-in.revoke") void dropRevoked(io, db, secret, event.topics);
      if (waiting.length === 0) setTimeout(flush, gathered).unref();
      waiting.push(...events);
    },
    stop: () => io.close(),
  };
}

/** Finds out whose browser it is, once, from the cookie; a person's own topic is joined here and nowhere else. */
function admit(io: Sockets, db: Db, secret: string): void {
  const door = new Doorkeeper();
  io.use(async (socket, next) => {
    const leave = door.enter(socket.request);
    if (!leave) return next(new Error("full"));
    socket.conn.once("close", leave);
    try {
      socket.data.personId = await checkSignIn(db, socket.request.headers.cookie, secret);
    } catch {
      // Without a database nobody can be known: hints on what is public are for everybody.
      socket.data.personId = null;
    }
    if (socket.data.personId !== null) socket.join(`person:${socket.data.personId}`);
    next();
  });
}

function listen(socket: Browser, recent: Recent, told: () => number): void {
  const watched = new Set<string>();
  socket.on("watch", (asked) => {
    for (const [topic, known] of wanted(asked)) {
      if (!watched.has(topic) && watched.size >= most.topics) return;
      watched.add(topic);
      socket.join(topic);
      // What has come since then is on its way to the whole room, and must not be told twice.
      const missed = known < told() ? recent.between(topic, known, told()) : undefined;
      if (missed) socket.emit("hint", missed);
      else if (missed === null) socket.emit("look-again", { topic, position: told() });
    }
  });
  socket.on("unwatch", (topics) => {
    for (const topic of Array.isArray(topics) ? topics.slice(0, most.topics) : []) {
      if (watched.delete(topic)) socket.leave(topic);
    }
  });
}

/** `[{ topic, position }]`, as far as it is well formed and public. */
function wanted(asked: unknown): [topic: string, position: number][] {
  if (!Array.isArray(asked)) return [];
  return asked.slice(0, most.topics).flatMap((one: { topic?: unknown; position?: unknown } | null) => {
    const known = Number(one?.position);
    return mayBeWatched(one?.topic) && Number.isSafeInteger(known) ? [[one.topic, known] as [string, number]] : [];
  });
}

/** A revoked sign-in loses its sockets at once; the person's other browsers keep theirs. */
async function dropRevoked(io: Sockets, db: Db, secret: string, topics: string[]): Promise<void> {
  forgetChecked();
  for (const socket of await io.in(topics).fetchSockets()) {
    const cookie = io.sockets.sockets.get(socket.id)?.request.headers.cookie;
    const person = await checkSignIn(db, cookie, secret).catch(() => null);
    if (person === null) socket.disconnect(true);
  }
}
