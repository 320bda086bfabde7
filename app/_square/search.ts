import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import type { Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readPlaces } from "#domain/letters/addressees.ts";
import { readLeadOffices } from "#domain/letters/lead-offices.ts";
import { searchInput } from "#domain/search/input.ts";
import type { Hit } from "#domain/search/read-hits.ts";
import { search } from "#domain/search/search.ts";

/** Milliseconds for which a result may be shown again: what is written is found within two seconds. */
const goodFor = 1_500;

/** 搜索: what has these words in it. */
export async function readSearchPage(query: Query) {
  // A form sends the choices that were left open too.
  const input = searchInput.parse(Object.fromEntries(Object.entries(query).filter(([, chosen]) => chosen !== "")));
  const at = await now();
  const [found, places, offices] = await Promise.all([search(db, input, at), readPlaces(db), readLeadOffices(db)]);
  await shows(["structure", ...found.hits.map(topicOfHit)], { until: new Date(at.at.getTime() + goodFor) });
  return { input, ...found, choices: { places, offices, years: yearsUntil(at.today) } };
}

/** Whatever takes a hit away takes the page away at once. */
export function topicOfHit(hit: Hit): string {
  if (hit.kind === "letter") return `letter:${hit.letter.number}`;
  return `post:${hit.kind === "post" ? hit.id : hit.postId}`;
}

/** The platform's record begins in December 2008. */
const firstYear = 2008;

function yearsUntil(today: string): number[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - firstYear + 1 }, (_, n) => last - n);
}
