import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { letters } from "#db/schema/index.ts";
import { type Load, makeLoad } from "./load.ts";
import { signInMany } from "./people.ts";
import type { Platform } from "./platform.ts";
import type { Result } from "./results.ts";
import { compare } from "./rounds.ts";

const seconds = 4;
const connections = 10;
const many = 6_000;
const spread = 10_000;

type Requests = Load["requests"];

/** Co-signing one letter against co-signing ten thousand: nobody waits for anybody. Then every count is exact. */
export async function measureSignatures(platform: Platform): Promise<Result[]> {
  const headers = await signInMany(platform, many);
  const numbers = await makeLetters(platform);
  const requests = (numberOf: (n: number) => string): Requests =>
    headers.map((one, n) => ({
      method: "POST",
      path: "/api/signatures",
      headers: one,
      body: JSON.stringify({ number: numberOf(n), nameHidden: n % 3 === 0 ? "on" : undefined }),
    }));
  let signed = 0;
  const arm = (all: Requests) => async () => {
    // A second signature under one letter is none: every round begins with clean sheets.
    await forget(platform);
    const made = await makeLoad({ url: platform.url, seconds, connections, requests: all });
    if (made.bad > 0) throw new Error(`${made.bad} of ${made.good + made.bad} signatures were refused.`);
    signed = made.good;
    await checkCounts(platform, Math.min(signed, many));
    return made.good / made.seconds;
  };
  const [one, apart] = [requests(() => numbers[0]!), requests((n) => numbers[n % numbers.length]!)];
  const compared = await compare({ ours: arm(one), other: arm(apart) });
  return [
    {
      row: "P9",
      what: "co-signing one letter ÷ spread over 10,000, exact after",
      unit: "a second",
      floor: 0.7,
      goal: 0.98,
      ...compared,
      value: compared.ratio,
    },
  ];
}

async function makeLetters({ db }: Platform): Promise<string[]> {
  const [from] = await db.execute<{ mailboxId: number; regionId: number; authorId: number }>(sql`
    select m.id::int as "mailboxId", o.region_id::int as "regionId", (select id::int from people limit 1) as "authorId"
    from mailboxes m join offices o on o.id = m.office_id limit 1`);
  const at = new Date();
  const rows = Array.from({ length: spread }, (_, n) => ({
    ...from!,
    number: `BM-2026-${String(n + 1).padStart(5, "0")}`,
    queryCodeHash: "",
    kind: "complaint" as const,
    via: "letter" as const,
    visibility: "nameless" as const,
    state: "accepted" as const,
    title: `第 ${n} 封`,
    body: "四楼以上早晚高峰没有水。",
    publicTitle: `第 ${n} 封`,
    publicBody: "四楼以上早晚高峰没有水。",
    publishedAt: at,
    sentAt: at,
  }));
  for (let next = 0; next < rows.length; next += 1_000) await db.insert(letters).values(rows.slice(next, next + 1_000));
  return rows.map(({ number }) => number);
}

async function forget({ db }: Platform): Promise<void> {
  await db.execute(sql`delete from signatures where letter_id in (select id from letters where number like 'BM-%')`);
  await db.execute(sql`update letters set cosigners = 0 where number like 'BM-%' and cosigners <> 0`);
}

/** A second after the last signature each letter's stored count is the number of its signatures, and none was lost. */
async function checkCounts({ db }: Platform, least: number): Promise<void> {
  const uncounted = async () => {
    const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from signatures where not counted`);
    return row!.n;
  };
  for (let n = 0; (await uncounted()) > 0; n += 1) {
    if (n > 100) throw new Error("The signatures were not counted within ten seconds.");
    await pause(100);
  }
  const [found] = await db.execute<{ wrong: number; all: number }>(sql`
    select count(*) filter (where l.cosigners <> coalesce(s.n, 0))::int as wrong, coalesce(sum(s.n), 0)::int as all
    from letters l left join (select letter_id, count(*) as n from signatures group by letter_id) s on s.letter_id = l.id
    where l.number like 'BM-%'`);
  if (found!.wrong > 0) throw new Error(`${found!.wrong} letters have a count that is not exact.`);
  if (found!.all < least) throw new Error(`${least} signatures were acknowledged, ${found!.all} are there.`);
}
