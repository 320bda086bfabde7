/** Text as it is compared: full-width and half-width, capital and small are the same. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const han = /^\p{Script=Han}/u;
const mixed = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;

/** Whole words where words are apart; of Chinese every two neighbouring characters, and one that stands alone. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const run of wordsIn(folded(text))) for (const gram of gramsOfRun(run)) grams.add(gram);
  return [...grams];
}

function wordsIn(text: string): string[] {
  return (text.match(runs) ?? []).flatMap((run) => run.match(mixed) ?? []);
}

/** PostgreSQL takes no longer lexeme than 2,046 bytes, and nobody looks for one. */
const longestWord = 64;

function gramsOfRun(run: string): string[] {
  if (!han.test(run)) return run.length <= longestWord ? [run] : [];
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((second, place) => characters[place]! + second);
}

/** What was typed, as the index is asked for it. */
export interface Sought {
  /** The words between blanks, folded: each must stand in the text as it is. */
  words: string[];
  /** Every gram of all of them. */
  grams: string[];
}

const mostWords = 5;

/** Null where there is nothing to look for: less than two Chinese characters, and no other word. */
export function soughtIn(typed: string): Sought | null {
  const words = [...new Set(folded(typed).split(/[\s、，,。；;]+/u))].filter(Boolean).slice(0, mostWords);
  const grams = [...new Set(words.flatMap(gramsOf))].filter((gram) => !(han.test(gram) && gram.length === 1));
  return grams.length > 0 ? { words, grams } : null;
}

export interface Piece {
  text: string;
  /** It is what was looked for. */
  hit: boolean;
}

/** Where each character of the folded text came from: folding may make two of one, or one of two. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let all = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const one = folded(character);
    for (let n = 0; n < one.length; n += 1) places.push(at);
    all += one;
    at += character.length;
  }
  places.push(at);
  return { folded: all, places };
}

/**
 * The part of a text around the first word that was looked for, cut into pieces that are hits and pieces that are not.
 * `length` in characters; 0 for the whole text.
 */
export function excerpt(text: string, words: readonly string[], length: number): Piece[] {
  const { folded: all, places } = foldedWithPlaces(text);
  const hits = words
    .flatMap((word) => [...occurrences(all, word)])
    .map(([from, to]) => [places[from]!, places[to]!] as const)
    .sort(([a], [b]) => a - b);
  const [from, to] = frame(text, hits[0]?.[0] ?? 0, length);
  const pieces: Piece[] = from > 0 ? [{ text: "…", hit: false }] : [];
  let at = from;
  for (const [start, end] of hits) {
    if (start < at || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  if (to < text.length) pieces.push({ text: "…", hit: false });
  return pieces;
}

function* occurrences(text: string, word: string): Generator<[number, number]> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield [at, at + word.length];
}

/** A third of what is shown stands before the first hit. */
function frame(text: string, hit: number, length: number): [number, number] {
  if (length === 0 || text.length <= length) return [0, text.length];
  const from = Math.max(0, Math.min(hit - Math.floor(length / 3), text.length - length));
  return [inWhole(text, from), inWhole(text, from + length)];
}

/** Never between the two halves of a character. */
const inWhole = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at + 1 : at);
