import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { io } from "socket.io-client";
import { comments } from "#db/schema/index.ts";
import { type Load, makeLoad } from "./load.ts";
import { signInMany } from "./people.ts";
import { start } from "./pin.ts";
import { type Platform, startPlatform } from "./platform.ts";
import type { Result } from "./results.ts";
import { compare } from "./rounds.ts";

const seconds = 4;
const connections = 10;
/** Ten comments a minute are a person's limit: so many people can write some hundreds a second. */
const many = 6_000;

type Requests = Load["requests"];
type Headers = Record<string, string>[];

async function rateOf(platform: Platform, requests: Requests): Promise<number> {
  const made = await makeLoad({ url: platform.url, seconds, connections, requests });
  if (made.bad > 0) throw new Error(`${made.bad} of ${made.good + made.bad} writes were refused.`);
  return made.good / made.seconds;
}

export const number = async (platform: Platform, query: ReturnType<typeof sql>) =>
  Number(Object.values((await platform.db.execute(query))[0]!)[0]);

const commentsBy = (headers: Headers, postId: number): Requests =>
  headers.map((one) => ({
    method: "POST",
    path: "/api/comments",
    headers: one,
    body: JSON.stringify({ postId, body: "四楼以上早晚高峰没有水，第 {n} 次反映。" }),
  }));

/** A comment, end to end: from the request to the committed row with its event, and the answer. */
export async function measureComments(platform: Platform): Promise<Result[]> {
  const requests = commentsBy(await signInMany(platform, many), 1);
  let from = 0;
  const before = await number(platform, sql`select count(*) from comments`);
  let good = 0;
  const ours = async () => {
    // Each round goes on with other people, so that nobody reaches their limit.
    const turned = [...requests.slice(from), ...requests.slice(0, from)];
    const rate = await rateOf(platform, turned);
    good += rate * seconds;
    from = (from + Math.ceil(rate * seconds)) % requests.length;
    return rate;
  };
  const other = async () => {
    const loop = start("measured", ["bench/insert-loop.ts", platform.databaseUrl, String(seconds)], {}, true);
    const [rate] = await Promise.all([text(loop.stdout!), once(loop, "exit")]);
    return Number(rate);
  };
  const compared = await compare({ ours, other });
  const written = (await number(platform, sql`select count(*) from comments`)) - before;
  if (written < 0.95 * good) throw new Error(`${Math.round(good)} comments were acknowledged, ${written} are there.`);
  return [
    {
      row: "P4",
      what: "comment, end to end ÷ single-row inserts",
      unit: "a second",
      floor: 0.15,
      goal: 0.5,
      ...compared,
      value: compared.ratio,
    },
  ];
}

/** Votes on one comment against votes on ten thousand: nobody waits for anybody. Then every count is exact. */
export async function measureVotes(platform: Platform): Promise<Result[]> {
  const headers = await signInMany(platform, many);
  const author = await number(platform, sql`select id from people limit 1`);
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    postId: 1,
    authorId: author,
    body: `第 ${n} 条`,
    createdAt: new Date(),
  }));
  const targets: number[] = [];
  for (let at = 0; at < rows.length; at += 2_000) {
    const made = await platform.db
      .insert(comments)
      .values(rows.slice(at, at + 2_000))
      .returning({ id: comments.id });
    targets.push(...made.map(({ id }) => id));
  }
  const vote = (targetId: number, n: number) =>
    JSON.stringify({ target: "comment", targetId, choice: n % 3 === 0 ? -1 : 1 });
  const requests = (targetOf: (n: number) => number): Requests =>
    headers.map((one, n) => ({ method: "POST", path: "/api/votes", headers: one, body: vote(targetOf(n), n) }));
  const [one, spread] = [requests(() => targets[0]!), requests((n) => targets[n % targets.length]!)];
  const compared = await compare({ ours: () => rateOf(platform, one), other: () => rateOf(platform, spread) });
  await checkCounts(platform);
  return [
    {
      row: "P6",
      what: "votes on one comment ÷ over 10,000, exact after",
      unit: "a second",
      floor: 0.7,
      goal: 0.98,
      ...compared,
      value: compared.ratio,
    },
  ];
}

/** After the aggregator has had its second, every stored count is what one finds by counting everybody's newest vote. */
async function checkCounts(platform: Platform): Promise<void> {
  for (let n = 0; (await number(platform, sql`select count(*) from votes where not summed`)) > 0; n += 1) {
    if (n > 100) throw new Error("The votes were not summed within ten seconds.");
    await pause(100);
  }
  const wrong = await number(
    platform,
    sql`with newest as (
      select distinct on (target, target_id, person_id) target_id, choice from votes where target = 'comment'
      order by target, target_id, person_id, id desc
    ), counted as (
      select target_id, count(*) filter (where choice = 1) as up, count(*) filter (where choice = -1) as down
      from newest group by target_id
    )
    select count(*) from counted n join comments c on c.id = n.target_id where c.up <> n.up or c.down <> n.down`,
  );
  if (wrong > 0) throw new Error(`${wrong} comments have a count that is not exact.`);
}

/** Rounds of comments; each goes on with other people, so that nobody reaches their limit. */
export async function commentsInTurn(platform: Platform): Promise<() => Promise<number>> {
  const requests = commentsBy(await signInMany(platform, many * 2), 1);
  let from = 0;
  return async () => {
    const rate = await rateOf(platform, [...requests.slice(from), ...requests.slice(0, from)]);
    from = (from + Math.ceil(rate * seconds)) % requests.length;
    return rate;
  };
}

/** What the relay, its consumers, the page cache's tail and a hundred sockets cost those who write. */
export async function measureFollowing(platform: Platform): Promise<Result[]> {
  const alone = await startPlatform("web");
  const watching = Array.from({ length: 100 }, () =>
    io(platform.url, { transports: ["websocket"], forceNew: true, extraHeaders: { origin: platform.url } }),
  );
  let hints = 0;
  for (const socket of watching) {
    socket.on("connect", () => socket.emit("watch", [{ topic: "post:1", position: 0 }]));
    socket.on("hint", () => (hints += 1));
  }
  try {
    const compared = await compare({ ours: await commentsInTurn(platform), other: await commentsInTurn(alone) });
    await pause(1_000);
    const left = await number(platform, sql`select count(*) from events where position is null`);
    const gaps = await number(platform, sql`select max(position) - count(position) from events`);
    if (left + gaps > 0 || hints === 0) throw new Error(`${left} events unstamped, ${gaps} gaps, ${hints} hints.`);
    return [
      {
        row: "P7",
        what: "writes with relay and 100 sockets ÷ without",
        unit: "a second",
        floor: 0.8,
        goal: 0.98,
        ...compared,
        value: compared.ratio,
      },
    ];
  } finally {
    for (const socket of watching) socket.disconnect();
    await alone.stop();
  }
}
