/** Where something stands in a text, in UTF-16 units. */
interface Place {
  start: number;
  end: number;
}

interface Digit {
  value: string;
  at: number;
  /** Whether something stood between it and the digit before. */
  apart: boolean;
}

const numerals: Record<string, string> = { 〇: "0", 零: "0", 幺: "1" };
for (const [value, sign] of [..."一二三四五六七八九"].entries()) numerals[sign] = String(value + 1);

// Blanks of any kind, zero-width signs, dashes, dots: what people put between the digits of one number.
const between = /[\s\u00ad\u200b-\u200f\u2060\ufeff\-_.·・‐-―−－]/;

/** Digits that belong together, whatever is put between them. An X counts only as the end of an identity number. */
function runsOf(text: string): Digit[][] {
  const runs: Digit[][] = [];
  let run: Digit[] = [];
  let apart = false;
  for (const [at, sign] of Array.from({ length: text.length }, (_, i) => [i, text[i]!] as const)) {
    const value = /[0-9]/.test(sign) ? sign : /[xX×]/.test(sign) && run.length > 0 ? "X" : numerals[sign];
    if (value !== undefined) {
      run.push({ value, at, apart });
      apart = false;
    } else if (run.length > 0 && between.test(sign)) {
      apart = true;
    } else {
      runs.push(run);
      run = [];
      apart = false;
    }
  }
  runs.push(run);
  return runs.filter((found) => found.length > 0);
}

const placeOf = (digits: Digit[]): Place => ({ start: digits[0]!.at, end: digits.at(-1)!.at + 1 });
const textOf = (digits: Digit[]) => digits.map(({ value }) => value).join("");

/** Every stretch of so many digits, wherever it begins. */
function* windows(run: Digit[], length: number): Generator<Digit[]> {
  for (let from = 0; from + length <= run.length; from += 1) yield run.slice(from, from + length);
}

/** 18-digit identity numbers: a date that exists and a right check digit (GB 11643). */
export function findIdentityNumbers(text: string): Place[] {
  return runsOf(text).flatMap((run) =>
    [...windows(run, 18)].filter((digits) => isIdentityNumber(textOf(digits))).map(placeOf),
  );
}

function isIdentityNumber(number: string): boolean {
  const parts = /^[1-9]\d{5}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]$/.exec(number);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return false;
  const sum = [...number.slice(0, 17)].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return "10X98765432"[sum % 11] === number[17];
}

/**
 * Bank cards: 16 to 19 digits that begin like a card and pass Luhn. They end where the writer ended a group, so that a
 * telephone written beside another is not read as one card; a long unbroken row of digits is searched throughout.
 */
export function findCards(text: string): Place[] {
  return runsOf(text).flatMap((run) =>
    [19, 18, 17, 16].flatMap((length) =>
      [...windows(run, length)].filter((digits) => isWhole(run, digits) && isCard(textOf(digits))).map(placeOf),
    ),
  );
}

function isCard(number: string): boolean {
  if (!/^[3-69]\d+$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Mobile numbers of the mainland, with or without +86. */
export function findMobiles(text: string): Place[] {
  const found: Place[] = [];
  for (const run of runsOf(text)) {
    for (const digits of windows(run, 13)) {
      if (/^861[3-9]\d{9}$/.test(textOf(digits)) && isWhole(run, digits)) found.push(placeOf(digits));
    }
    for (const digits of windows(run, 11)) {
      if (/^1[3-9]\d{9}$/.test(textOf(digits)) && isWhole(run, digits)) found.push(placeOf(digits));
    }
  }
  return found;
}

/** One known number, wherever it stands; fewer than five digits would be found everywhere. */
export function findNumber(text: string, number: string): Place[] {
  if (number.length < 5) return [];
  return runsOf(text).flatMap((run) =>
    [...windows(run, number.length)].filter((digits) => textOf(digits) === number).map(placeOf),
  );
}

/** Does the stretch begin and end where a group does, or lie within a row longer than any such number? */
function isWhole(run: Digit[], digits: Digit[]): boolean {
  const from = run.indexOf(digits[0]!);
  const next = run[from + digits.length];
  if ((from === 0 || digits[0]!.apart) && (!next || next.apart)) return true;
  return groupLength(run, from) > 19 && digits.slice(1).every(({ apart }) => !apart);
}

function groupLength(run: Digit[], within: number): number {
  let from = within;
  while (from > 0 && !run[from]!.apart) from -= 1;
  let until = within + 1;
  while (until < run.length && !run[until]!.apart) until += 1;
  return until - from;
}
