import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readSeal } from "#domain/ledger/read-seal.ts";
import { readAddressees, readPlaces } from "#domain/letters/addressees.ts";
import { readLeadOffices } from "#domain/letters/lead-offices.ts";
import { listPublicLetters, publicFilter } from "#domain/letters/list-public-letters.ts";
import { type PublicLetter, readPublicLetter } from "#domain/letters/read-public-letter.ts";
import type { TimelineEntry } from "#domain/letters/timeline.ts";
import { readJointLetter } from "#domain/signatures/read-signers.ts";
import { readStoriesOfLetter } from "#domain/stories/of-letter.ts";

/** What the address of the list asks for; a form sends the choices that were left open too. */
export const filterIn = (query: Query) =>
  publicFilter.parse(Object.fromEntries(Object.entries(query).filter(([, chosen]) => chosen !== "")));

/** 信件: the list, as filtered in the address. */
export async function readLettersPage(query: Query) {
  const filter = filterIn(query);
  const at = await now();
  const [{ letters, next }, places, offices, mailboxes] = await Promise.all([
    listPublicLetters(db, filter, at),
    readPlaces(db),
    readLeadOffices(db),
    readAddressees(db),
  ]);
  await shows(["letters", "structure", ...letters.map(({ number }) => `letter:${number}`)], {
    until: earliest(letters),
  });
  return { filter, letters, next, choices: { places, offices, mailboxes } };
}

/** One letter; null where there is none that anybody may know of. */
export async function readLetterPage(number: string) {
  await shows(`letter:${number}`);
  const letter = await readPublicLetter(db, number, await now());
  if (letter) await shows(besideOf(letter), { until: earliest([letter]) });
  if (letter?.face !== "open") return letter;
  const stories = await readStoriesOfLetter(db, number);
  await shows(stories.map(({ postId }) => `post:${postId}`));
  return { ...letter, seal: await sealOf(letter), stories };
}

const soon = 3_000;

/** How far it is sealed. What has just happened will be in a moment, and nobody tells: the page is looked at anew then. */
async function sealOf({ number, timeline }: { number: string; timeline: TimelineEntry[] }) {
  const seal = await readSeal(db, timeline);
  if (!seal || seal.waiting > 0) await shows([], { until: new Date((await now()).at.getTime() + soon) });
  return seal && { ...seal, file: `/letters/${number}/ledger.json` };
}

/** Letters merged with it stand on its page too. */
function besideOf(letter: PublicLetter): string[] {
  if (letter.face !== "open") return [];
  const beside = [...(letter.host ? [letter.host.brief] : []), ...letter.guests];
  return beside.map(({ number }) => `letter:${number}`);
}

/** 附议人: who stands beside a letter and is named; null where there is no such letter for everybody. */
export async function readSignersPage(number: string, query: Query) {
  await shows(`letter:${number}`);
  return readJointLetter(db, number, idOf(query.after) ?? null);
}
