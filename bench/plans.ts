import { once } from "node:events";
import { openSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { connect, type Db } from "#db/client.ts";
import { openEmbedded } from "#db/embedded/open.ts";
import { durable } from "#db/embedded/settings.ts";
import { signIns } from "#db/schema/index.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { type DemoRole, demoDesks } from "#domain/sign-in/demo-desks.ts";
import { cookieName, writeToken } from "#domain/sign-in/token.ts";
import { start } from "./pin.ts";
import { type Explained, faultsOf, readPlans } from "./plan-faults.ts";
import { answers, freePort, secret } from "./platform.ts";

/**
 * `npm run plans`: every page once, on what `npm run generate` made, with each statement explained by PostgreSQL as it ran.
 * Fails on what would not hold at size: tables looked through, OFFSET, sorts that spill, the same asked for every row.
 */
const folder = join(process.env.DATA_DIR ?? ".data", "generated");

const explaining = {
  ...durable,
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": 0,
  "auto_explain.log_analyze": "on",
  "auto_explain.log_format": "json",
};

/** Whose page it is, and its address on the generated data. */
async function addresses(db: Db): Promise<[who: DemoRole | null, path: string][]> {
  const [found] = await db.execute<Record<"long" | "older" | "middle" | "letter" | "accepted" | "comment", string>>(sql`
    with long as (select id from posts order by comment_count desc limit 1)
    select (select id from long)::text as long,
      (select id from comments where post_id = (select id from long) and parent_id is null order by id limit 1)::text as older,
      (select id from letters where published_at is not null order by id desc limit 1 offset 40)::text as middle,
      (select number from letters where state = 'closed' and published_at is not null order by id desc limit 1) as letter,
      (select number from letters where state = 'assigned' order by id desc limit 1) as accepted,
      (select parent_id from comments where post_id = (select id from long) and parent_id is not null order by id desc limit 1)::text as comment`);
  const { long, older, middle, letter, accepted, comment } = found!;
  return [
    ...["", "?sort=hottest"].map((query) => [null, `/${query}`] as [null, string]),
    ...["", "?sort=newest", "?sort=oldest", `?sort=newest&after=${older}`, `?thread=${comment}`].map(
      (query) => [null, `/posts/${long}${query}`] as [null, string],
    ),
    ...["", `?after=${middle}`, "?state=closed", "?kind=suggestion", "?mailbox=shizhang"].map(
      (query) => [null, `/letters${query}`] as [null, string],
    ),
    [null, `/letters/${letter}`],
    [null, `/letters/${letter}/signers`],
    [null, "/leaders"],
    [null, "/leaders/shuji"],
    [null, "/offices/jiaotong"],
    [null, "/log"],
    [null, "/directory"],
    [null, "/search?q=水压"],
    [null, "/statistics"],
    [null, "/ledger"],
    ["citizen", "/me"],
    ["citizen", "/me/following"],
    ["citizen", "/write"],
    ["triage", "/desk/letters"],
    ["triage", `/desk/letters/${accepted}`],
    ["operator", "/desk/letters"],
    ["handler", "/desk/letters"],
    ["leader", "/desk/today"],
    ["leader", "/desk/comments"],
    ["moderator", "/desk/comments"],
    ["supervisor", "/desk/lights"],
    ["supervisor", "/desk/orders"],
  ];
}

async function check(): Promise<number> {
  const database = await openEmbedded(folder, explaining);
  const { db, close } = connect(database.url, 2);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), PUBLIC_URL: url, GONGPU_SECRET: secret, GONGPU_DEMO: "1", ROLES: "web" };
  const program = start("measured", ["server/main.ts"], { ...env, DATABASE_URL: database.url, DATA_DIR: folder });
  let bad = 0;
  try {
    await answers(program, url);
    // The pages that are filled at the start have been asked for by then.
    await pause(3_000);
    const log = logReader(join(folder, "postgres.log"));
    for (const [who, path] of await addresses(db)) {
      const headers = who ? { cookie: await signedIn(db, url, who) } : undefined;
      await log();
      const answer = await fetch(url + path, { headers, redirect: "manual" });
      await answer.text();
      await pause(200);
      const faults = faultsOf(tell(`${who ?? "everybody"} ${path}`, answer.status, readPlans(await log())));
      if (answer.status !== 200) faults.push(`answered ${answer.status}`);
      for (const fault of faults) console.log(`  ≠ ${fault}`);
      bad += faults.length;
    }
  } finally {
    await close();
    program.kill("SIGTERM");
    if (program.exitCode === null) await once(program, "exit");
    await database.stop();
  }
  return bad;
}

function tell(page: string, status: number, statements: Explained[]): Explained[] {
  const slowest = Math.max(0, ...statements.map(({ duration }) => duration));
  const sum = statements.reduce((all, { duration }) => all + duration, 0);
  const times = `${sum.toFixed(1)} ms in the database, the slowest ${slowest.toFixed(1)} ms`;
  console.log(`${status} ${page}: ${statements.length} statements, ${times}`);
  return statements;
}

/** What was added to the log since it was last asked. */
function logReader(path: string): () => Promise<string> {
  const file = openSync(path, "r");
  let from = 0;
  return async () => {
    const until = statSync(path).size;
    const read = Buffer.alloc(until - from);
    readSync(file, read, 0, read.length, from);
    from = until;
    return read.toString();
  };
}

/** A sign-in of the demonstration's desk of that role. */
async function signedIn(db: Db, url: string, who: DemoRole): Promise<string> {
  const name = demoDesks[who];
  const [person] = await db.execute<{ id: string }>(sql`select id from people where nickname = ${name}`);
  if (!person) throw new Error(`nobody is called ${name}`);
  const sid = `plans-${who}`;
  const at = new Date();
  await db
    .insert(signIns)
    .values({
      personId: Number(person.id),
      sidHash: keyedHash(sid),
      createdAt: at,
      seenAt: at,
      expiresAt: sql`now() + interval '1 day'`,
    })
    .onConflictDoNothing();
  return `${cookieName(url)}=${await writeToken(sid, secret, 86_400)}`;
}

process.env.GONGPU_SECRET = secret;
const bad = await check();
console.log(bad === 0 ? "Every page holds." : `${bad} faults.`);
process.exitCode = bad === 0 ? 0 : 1;
