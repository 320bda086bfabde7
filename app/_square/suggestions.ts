import { shows } from "#app/_edge/shows.ts";
import type { Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readAddressees, readPlaces } from "#domain/letters/addressees.ts";
import { suggestionsFilter } from "#domain/suggestions/input.ts";
import { readLeaderShares } from "#domain/suggestions/leader-shares.ts";
import { listSuggestions } from "#domain/suggestions/list-suggestions.ts";

/** 民间智库: what is under study and what became decisions, as filtered in the address, and each leader's share. */
export async function readSuggestionsPage(query: Query) {
  const filter = suggestionsFilter.parse(
    Object.fromEntries(Object.entries(query).filter(([, chosen]) => chosen !== "")),
  );
  const [{ rows, next }, shares, places, mailboxes] = await Promise.all([
    listSuggestions(db, filter),
    readLeaderShares(db),
    readPlaces(db),
    readAddressees(db),
  ]);
  // Hiding a letter, or taking it back from the public, tells of the letter alone.
  await shows(["suggestions", "structure", "letters", ...rows.map(({ number }) => `letter:${number}`)]);
  return { filter, rows, next, shares, choices: { places, mailboxes } };
}
