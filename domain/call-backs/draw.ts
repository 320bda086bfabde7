import { createHash } from "node:crypto";

/** At least so many are called back about, and this share where it is more. */
export const least = 10;
export const share = 0.05;

/** How many of the answered letters of a month are drawn: never more than there are. */
export const sampleSize = (answered: number): number =>
  Math.min(answered, Math.max(least, Math.ceil(answered * share)));

/** What the seed is made of, one fact a line: the month, how long the record was when it ended, and its last leaf. */
export const sourceOf = ({ month, position, leaf }: { month: string; position: number; leaf: string }): string =>
  `gongpu call-back\n${month}\n${position}\n${leaf}\n`;

/** SHA-256, hex. */
export const seedOf = (source: string): string => sha256(source);

/**
 * The draw: each number is ranked by SHA-256(seed, a line feed, number), in hex, and the first are taken. Anybody who has
 * the list of numbers gets the same letters, in whatever order the list is.
 */
export function draw(seed: string, numbers: readonly string[], size: number): string[] {
  return numbers
    .map((number) => ({ number, rank: sha256(`${seed}\n${number}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ number }) => number);
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
