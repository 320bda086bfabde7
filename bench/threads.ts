import postgres from "postgres";
import type { Db } from "#db/client.ts";
import { generate } from "#db/seed/generated/generate.ts";
import { seeded } from "#db/seed/generated/random.ts";
import { startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { readThread } from "#domain/comments/read-thread.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { type Platform, startPlatform } from "./platform.ts";
import type { Result } from "./results.ts";
import { compare } from "./rounds.ts";

const asked = 200;
const letters = 100;

/** The first page of the longest thread there ever was against that of a thread that fits on it. */
export async function measureLongThread(platform: Platform): Promise<Result[]> {
  const now = await fill(platform, 1_000_000);
  const { db } = platform;
  const [long, short] = [await postOf(db, [99_000, 101_000]), await postOf(db, [18, 22])];
  const arm = (postId: number) => async () => {
    const from = performance.now();
    for (let n = 0; n < asked; n += 1) await readPage(db, postId, now);
    return (performance.now() - from) / asked;
  };
  const compared = await compare({ ours: arm(long), other: arm(short) });
  const what = "first page of a thread of 100,000 comments ÷ of 20, without the page cache";
  return [{ row: "P10", what, unit: "ms", floor: 2, goal: 1.1, less: true, ...compared, value: compared.ratio }];
}

/** Pages of threads, as readers open them, among ten million comments against among ten thousand. Takes minutes. */
export async function measureManyComments(platform: Platform): Promise<Result[]> {
  const small = await startPlatform("web");
  try {
    const [many, few] = [await p99(platform, 10_000_000), await p99(small, 10_000)];
    const compared = await compare({ ours: many, other: few });
    const what = "page of a thread among 10 M comments ÷ among 10,000, p99";
    return [{ row: "P8", what, unit: "ms", floor: 2, goal: 1.1, less: true, ...compared, value: compared.ratio }];
  } finally {
    await small.stop();
  }
}

async function p99(platform: Platform, comments: number): Promise<() => Promise<number>> {
  const now = await fill(platform, comments);
  const { db } = platform;
  const posts = (await db.execute<{ id: string }>("select id from posts where comment_count > 0 order by id")).map(
    ({ id }) => Number(id),
  );
  const random = seeded(21);
  return async () => {
    const taken: number[] = [];
    for (let n = 0; n < asked; n += 1) {
      const from = performance.now();
      await readPage(db, posts[Math.floor(random() * posts.length)]!, now);
      taken.push(performance.now() - from);
    }
    return taken.sort((a, b) => a - b)[Math.ceil(asked * 0.99) - 1]!;
  };
}

async function fill({ db, databaseUrl }: Platform, comments: number): Promise<Now> {
  const now = await readNow(db);
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const size = { until: startOf(now.today), calendar: now.calendar };
  await generate(sql, { comments, letters }, size, () => {});
  await sql.unsafe("vacuum analyze");
  await sql.end();
  return now;
}

/** What the page of a post reads. */
async function readPage(db: Db, postId: number, now: Now): Promise<void> {
  const [post, thread] = await Promise.all([
    readPost(db, postId, now),
    readThread(db, postId, { sort: "hottest" }, now),
  ]);
  if (!post?.post || thread.threads.length === 0) throw new Error(`Post ${postId} has no discussion.`);
}

async function postOf(db: Db, [least, most]: [number, number]): Promise<number> {
  const [row] = await db.execute<{ id: string }>(
    `select id from posts where comment_count between ${least} and ${most} order by id limit 1`,
  );
  if (!row) throw new Error(`No thread has ${least} to ${most} comments.`);
  return Number(row.id);
}
