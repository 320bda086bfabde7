import { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import type { Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readPlaces } from "#domain/letters/addressees.ts";
import { groupings } from "#domain/statistics/figures.ts";
import { behindInput, listLettersBehind } from "#domain/statistics/list-letters-behind.ts";
import { nameScope } from "#domain/statistics/named-groups.ts";
import { readBreakdown, readStatistics } from "#domain/statistics/read-statistics.ts";
import { periodOf, scopeInput } from "#domain/statistics/scope.ts";

const statisticsInput = scopeInput.extend({
  /** What the table at the end tells apart. */
  by: z.enum(groupings).catch("mailbox"),
  /** The slug of the last line on the page before. */
  after: z.string().max(80).optional().catch(undefined),
});

/** A form sends the choices that were left open too. */
const chosen = (query: Query) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

/** 统计: every figure of the scope in the address. */
export async function readStatisticsPage(query: Query) {
  const { by, after, ...scope } = statisticsInput.parse(chosen(query));
  await shows(["statistics", "structure"]);
  const at = await now();
  const [statistics, breakdown, places, only] = await Promise.all([
    readStatistics(db, scope, at),
    readBreakdown(db, scope, by, after, at),
    readPlaces(db),
    nameScope(db, scope),
  ]);
  return { scope, only, ...statistics, breakdown, after: after ?? null, choices: { places } };
}

export type StatisticsPage = Awaited<ReturnType<typeof readStatisticsPage>>;

/** The letters behind one number of the statistics. */
export async function readLettersBehindPage(query: Query) {
  const filter = behindInput.parse(chosen(query));
  const at = await now();
  const list = await listLettersBehind(db, filter, at);
  await shows(["statistics", "letters", "structure", ...list.letters.map(({ number }) => `letter:${number}`)], {
    until: earliest(list.letters),
  });
  return { filter, period: periodOf(filter, at), ...list };
}
