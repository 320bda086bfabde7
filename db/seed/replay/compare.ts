import type { Db } from "#db/client.ts";
import { parseCivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { cityProper } from "#domain/statistics/city-proper.ts";
import { readBreakdown, readStatistics, type Statistics } from "#domain/statistics/read-statistics.ts";
import type { Scope } from "#domain/statistics/scope.ts";
import type { Margins } from "./margins.ts";
import { secretary } from "./plan.ts";

/** A published total, and what the statistics say. */
export interface Compared {
  what: string;
  published: number | string;
  shown: number | string;
}

/** Every total of the margins as the statistics page reads it, as of their last day; `now` is when the page is read. */
export async function compareWithMargins(db: Db, margins: Margins, now: Now): Promise<Compared[]> {
  const to = parseCivilDate(margins.to);
  const scope = { from: parseCivilDate(margins.from), to, asof: to } as Scope;
  const [all, levels, own] = await Promise.all([
    readStatistics(db, scope, now),
    readBreakdown(db, scope, "level", undefined, now),
    readStatistics(db, { ...scope, mailbox: secretary }, now),
  ]);
  const level = (slug: string) => levels.rows.find((row) => row.slug === slug)?.figures.received ?? 0;
  return [
    line("mailboxes", margins.mailboxes, all.mailboxes),
    line("letters", margins.letters, all.total.received),
    line("answered", margins.answered, all.total.answered),
    line("on time", margins.onTime, all.total.onTime),
    line("answered late", margins.answered - margins.onTime, all.total.answered - all.total.onTime),
    line("never answered", margins.letters - margins.answered, all.total.received - all.total.answered),
    line("suggestions", margins.suggestions, countOf(all, "suggestions")),
    line("reply rate", percent(margins.answered, margins.letters), percentOf(all, "answered")),
    line("on time ÷ received", percent(margins.onTime, margins.letters), percentOf(all, "onTime")),
    line("on time ÷ answered", percent(margins.onTime, margins.answered), percentOf(all, "onTimeOfAnswered")),
    line("share of suggestions", percent(margins.suggestions, margins.letters), percentOf(all, "suggestions")),
    ...Object.entries(margins.levels).map(([slug, count]) => line(`mailboxes of ${slug} level`, count, level(slug))),
    ...compareSecretary(margins, own),
    ...(await compareRegions(db, margins, scope, all, now)),
  ];
}

const line = (what: string, published: number | string, shown: number | string): Compared => ({
  what,
  published,
  shown,
});
const percent = (of: number, among: number) => ((of / among) * 100).toFixed(2);

const rateOf = ({ rates }: Statistics, name: string) => rates.find((rate) => rate.name === name)!;
const countOf = (statistics: Statistics, name: string) => rateOf(statistics, name).numerator;
function percentOf(statistics: Statistics, name: string): string {
  const { numerator, denominator } = rateOf(statistics, name);
  return percent(numerator, denominator);
}

function compareSecretary({ secretary: published }: Margins, own: Statistics): Compared[] {
  return [
    line("secretary: letters", published.letters, own.total.received),
    line("secretary: in person", published.personally, own.total.personally),
    line(
      "secretary: in person ÷ received",
      percent(published.personally, published.letters),
      percentOf(own, "personally"),
    ),
    line("secretary: suggestions", published.suggestions, countOf(own, "suggestions")),
    line("secretary: share", percent(published.suggestions, published.letters), percentOf(own, "suggestions")),
  ];
}

/** Also that nothing came in outside the days that the record names for a county. */
async function compareRegions(db: Db, margins: Margins, scope: Scope, all: Statistics, now: Now): Promise<Compared[]> {
  const compared = margins.regions.map(async ({ region, letters, answered, from, to }) => {
    const slug = region === "heyuan-other" ? cityProper : region;
    const row = all.regions.find((one) => one.slug === slug)?.figures;
    const days = { from: parseCivilDate(from), to: parseCivilDate(to) };
    const within = await readStatistics(db, { ...scope, ...days, region: slug }, now);
    return [
      line(`${region}: letters`, letters, row?.received ?? 0),
      line(`${region}: answered`, answered, row?.answered ?? 0),
      line(`${region}: rate`, percent(answered, letters), row ? percent(row.answered, row.received) : "–"),
      line(`${region}: within its days`, letters, within.total.received),
    ];
  });
  return (await Promise.all(compared)).flat();
}
