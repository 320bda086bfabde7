import type { z } from "zod";
import type { PollMode } from "#db/schema/index.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ballotInput } from "./input.ts";

interface Asked {
  mode: PollMode;
  options: string[];
  most: number;
}

type Ballot = Pick<z.output<typeof ballotInput>, "choice" | "rank">;

/** What a ballot says: places of options, of a ranked one in the order of preference; or why it cannot be counted. */
export function choicesOf({ mode, options, most }: Asked, { choice, rank }: Ballot): number[] {
  const choices = mode === "ranked" ? orderOf(rank) : [...new Set(choice)].sort((a, b) => a - b);
  if (choices.length === 0) throw new Refusal("polls.nothingChosen");
  if (choices.some((place) => place >= options.length)) throw new Refusal("polls.noSuchOption");
  if (choices.length > most) throw new Refusal("polls.chosenTooMany", { maximum: most, n: choices.length });
  return choices;
}

/** `rank` gives each option its number, or null; a number left out does no harm, one given twice says nothing. */
function orderOf(rank: readonly (number | null)[]): number[] {
  const ranked = rank.flatMap((number, place) => (number === null ? [] : [{ number, place }]));
  if (new Set(ranked.map(({ number }) => number)).size < ranked.length) throw new Refusal("polls.rankTwice");
  return ranked.sort((one, other) => one.number - other.number).map(({ place }) => place);
}
