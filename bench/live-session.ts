import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { io, type Socket } from "socket.io-client";
import { makeLoad } from "./load.ts";
import { signInMany } from "./people.ts";
import type { Platform } from "./platform.ts";
import type { Result } from "./results.ts";

interface Size {
  readers: number;
  /** Questions a second, at a fixed rate: nobody waits for the answer to the one before. */
  rate: number;
  seconds: number;
}

/** A person may ask ten times a minute. */
const askEach = 8;

/** What a reader heard: which position of the record, and when. */
type Heard = { position: number; at: number }[];

/**
 * A live session under 2,000 readers and 50 questions a second, its page being read all the while: how long after a
 * question was acknowledged each reader has heard of it. None may be lost, and none may be refused.
 */
export async function measureLiveSession(
  platform: Platform,
  { readers, rate, seconds }: Size = { readers: 2_000, rate: 50, seconds: 20 },
): Promise<Result[]> {
  const postId = await makeSession(platform);
  const headers = await signInMany(platform, Math.ceil((rate * seconds) / askEach));
  const { sockets, heard } = await listen(platform, postId, readers);
  try {
    const views = makeLoad({
      url: platform.url,
      seconds,
      connections: 4,
      requests: [{ path: `/sessions/${postId}`, headers: { accept: "text/html" } }],
    });
    const asked = await ask(platform, postId, headers, { rate, seconds });
    const read = await views;
    if (read.bad > 0) throw new Error(`${read.bad} of ${read.good + read.bad} pages were not served.`);
    await pause(2_000);
    const delays = await delaysOf(platform, asked, heard);
    return [
      {
        row: "L1",
        what: `live session, ${readers} readers, ${rate} questions a second: p99 until a reader hears, none lost`,
        unit: "ms",
        floor: 1_000,
        goal: 100,
        less: true,
        value: delays[Math.floor(delays.length * 0.99)]!,
      },
    ];
  } finally {
    for (const socket of sockets) socket.disconnect();
  }
}

async function makeSession({ db }: Platform): Promise<number> {
  const [post] = await db.execute<{ id: string }>(sql`
    insert into posts (kind, leader_id, office_id, author_id, voice, state, body, created_at, published_at)
    select 'session', l.id, l.office_id, (select min(id) from people), 'self', 'published', '在线问政', now(), now()
    from leaders l order by l.id limit 1 returning id`);
  const id = Number(post!.id);
  await db.execute(sql`
    insert into sessions (post_id, title, starts_at, ends_at, started_at)
    values (${id}, '在线问政', now(), now() + interval '2 hours', now())`);
  await db.execute(sql`
    insert into session_hosts (post_id, sort, leader_id, office_id) select ${id}, 0, leader_id, office_id from posts
    where id = ${id}`);
  return id;
}

async function listen(
  { url }: Platform,
  postId: number,
  readers: number,
): Promise<{ sockets: Socket[]; heard: Heard[] }> {
  const sockets: Socket[] = [];
  const heard: Heard[] = [];
  for (let reader = 0; reader < readers; reader += 1) {
    const own: Heard = [];
    const from = `10.${200 + (reader >> 16)}.${(reader >> 8) & 255}.${reader & 255}`;
    const socket = io(url, {
      transports: ["websocket"],
      forceNew: true,
      extraHeaders: { origin: url, "x-forwarded-for": from },
    });
    const hear = ({ position }: { position: number }) => own.push({ position, at: performance.now() });
    socket.on("hint", hear);
    socket.on("look-again", hear);
    socket.on("connect", () => socket.emit("watch", [{ topic: `post:${postId}`, position: 0 }]));
    sockets.push(socket);
    heard.push(own);
    // They come in one after the other: what is measured is the session, not the rush to its door.
    if (reader % 50 === 49) await pause(100);
  }
  for (let n = 0; sockets.some((socket) => !socket.connected); n += 1) {
    if (n > 300) throw new Error(`${sockets.filter((socket) => !socket.connected).length} readers found no seat.`);
    await pause(100);
  }
  return { sockets, heard };
}

/** When each question was acknowledged, by the id of its comment. */
async function ask(
  { url }: Platform,
  postId: number,
  headers: Record<string, string>[],
  { rate, seconds }: Omit<Size, "readers">,
): Promise<Map<number, number>> {
  const acknowledged = new Map<number, number>();
  const under: Promise<void>[] = [];
  const begun = performance.now();
  for (let n = 0; n < rate * seconds; n += 1) {
    await pause(Math.max(0, begun + (n * 1_000) / rate - performance.now()));
    under.push(
      (async () => {
        const answer = await fetch(`${url}/api/comments`, {
          method: "POST",
          headers: { ...headers[n % headers.length]!, "idempotency-key": crypto.randomUUID() },
          body: JSON.stringify({ postId, body: `第 ${n} 个提问：什么时候修好？` }),
        });
        if (!answer.ok) throw new Error(`A question was answered with ${answer.status}: ${await answer.text()}`);
        const { id } = (await answer.json()) as { id: number };
        acknowledged.set(id, performance.now());
      })(),
    );
  }
  await Promise.all(under);
  return acknowledged;
}

/** Milliseconds from acknowledgement to each reader's hearing, sorted. A hint speaks of everything up to its position. */
async function delaysOf({ db }: Platform, asked: Map<number, number>, heard: Heard[]): Promise<number[]> {
  const rows = await db.execute<{ comment: string; position: string }>(sql`
    select counts->>'comment' as comment, position from events
    where what = 'comment.write' and (counts->>'comment')::bigint in ${[...asked.keys()]} order by position`);
  if (rows.length !== asked.size)
    throw new Error(`${asked.size} questions were acknowledged, ${rows.length} recorded.`);
  const delays: number[] = [];
  for (const own of heard) {
    let next = 0;
    for (const { comment, position } of rows) {
      while (next < own.length && own[next]!.position < Number(position)) next += 1;
      if (next === own.length) throw new Error(`A reader never heard of question ${comment}.`);
      delays.push(Math.max(0, own[next]!.at - asked.get(Number(comment))!));
    }
  }
  return delays.sort((a, b) => a - b);
}
