import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { countFacets } from "#domain/search/facets.ts";
import { folded, gramsOf, soughtIn } from "#domain/search/grams.ts";
import { findPlaces } from "#domain/search/search.ts";
import type { Platform } from "./platform.ts";
import type { Result } from "./results.ts";

const documents = 1_000_000;
const asked = 400;
const compared = 40;

/** A two-character search over a million documents, and whether it finds what looking into each of them finds. */
export async function measureSearch(platform: Platform): Promise<Result[]> {
  const words = vocabulary();
  await fill(platform, words);
  const random = seeded(7);
  // As people ask: mostly for what is often said, sometimes for what hardly anybody says.
  const typed = Array.from({ length: asked }, (_, n) =>
    n % 2 === 0 ? zipf(words, random) : words[Math.floor(random() * words.length)]!,
  );
  for (const word of typed.slice(0, 50)) await newest(platform, word);
  const taken: number[] = [];
  for (const word of typed) {
    const from = performance.now();
    await newest(platform, word);
    taken.push(performance.now() - from);
  }
  const counted: number[] = [];
  for (const word of typed) {
    const from = performance.now();
    await countFacets(platform.db, soughtIn(word)!, {});
    counted.push(performance.now() - from);
  }
  const recall = await recallOf(platform, [...new Set(typed)].slice(0, compared));
  return [
    {
      row: "P11",
      what: `two-character search over 1 M documents, p99; recall ${recall.toFixed(3)}`,
      unit: "ms",
      floor: 50,
      goal: 5,
      less: true,
      value: p99(taken),
    },
    {
      row: "P11c",
      what: "counting what it found by kind, region, office and year, to a thousand, p99",
      unit: "ms",
      floor: 50,
      goal: 10,
      less: true,
      value: p99(counted),
    },
  ];
}

const p99 = (taken: number[]) => taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.99)]!;

const newest = ({ db }: Platform, word: string) => findPlaces(db, soughtIn(word)!, {}, 21);

/** How much of what stands in the texts is found through the index: every document that has the word, counted both ways. */
async function recallOf({ db }: Platform, words: string[]): Promise<number> {
  let [there, found] = [0, 0];
  for (const word of words) {
    const [row] = await db.execute(sql`
      select (select count(*) from search_documents where strpos(text, ${folded(word)}) > 0)::int as there,
        (select count(*) from search_documents where grams @@ ${`'${word}'`}::tsquery and strpos(text, ${folded(word)}) > 0)::int as found`);
    there += Number(row!.there);
    found += Number(row!.found);
  }
  return found / there;
}

/** Neighbouring characters as they stand in the river city's own texts, the most frequent first. */
function vocabulary(): string[] {
  const text = readFileSync(join(import.meta.dirname, "../db/seed/heyuan.json"), "utf8");
  const counts = new Map<string, number>();
  for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([pair]) => pair);
}

/** Rows by COPY, the index afterwards: made anew, the same every time. */
async function fill({ databaseUrl }: Platform, words: string[]): Promise<void> {
  const db = postgres(databaseUrl, { max: 1 });
  const random = seeded(1);
  await db`drop index search_grams`;
  const into =
    await db`copy search_documents (kind, of_id, at, office_id, region_id, text, grams) from stdin`.writable();
  for (let n = 1; n <= documents; n += 1) {
    const text = Array.from({ length: 20 + Math.floor(random() * 30) }, () => zipf(words, random)).join("");
    const at = new Date(Date.UTC(2016, 0, 1) + n * 300_000).toISOString();
    const row = [
      "comment",
      1_000_000 + n,
      at,
      1,
      1,
      text,
      gramsOf(text)
        .map((gram) => `'${gram}'`)
        .join(" "),
    ].join("\t");
    if (!into.write(`${row}\n`)) await once(into, "drain");
  }
  into.end();
  await once(into, "finish");
  await db`create index search_grams on search_documents using gin (grams) with (fastupdate = false)`;
  await db`vacuum analyze search_documents`;
  await db.end();
}

/** The first words come often, the last hardly ever. */
function zipf(words: string[], random: () => number): string {
  return words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)]!;
}

/** The same numbers in every run. */
function seeded(state: number): () => number {
  let seed = state;
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return seed / 4_294_967_296;
  };
}
