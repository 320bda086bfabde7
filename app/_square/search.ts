import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import type { Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readPlaces } from "#domain/letters/addressees.ts";
import { readLeadOffices } from "#domain/letters/lead-offices.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { countFacets } from "#domain/search/facets.ts";
import { searchInput, whyNothing } from "#domain/search/input.ts";
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
  const facets = found.sought && (await countFacets(db, found.sought, input));
  const nothing = found.sought ? null : whyNothing(input.q ?? "");
  await shows(["structure", ...found.hits.map(topicOfHit)], { until: new Date(at.at.getTime() + goodFor) });
  return {
    input,
    nothing,
    ...found,
    facets,
    choices: { places, offices: withCounted(offices, facets?.offices ?? []), years: yearsUntil(at.today) },
  };
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

/** Offices that lead no letter may have spoken all the same. */
function withCounted(offices: Place[], counted: Place[]): Place[] {
  const known = new Set(offices.map(({ slug }) => slug));
  return [...offices, ...counted.filter(({ slug }) => !known.has(slug))];
}
