/**
 * A day on the wall calendar in Asia/Shanghai, "2026-11-22". Plain text: it goes through JSON and the database unchanged,
 * and two of them compare with < and >.
 */
export type CivilDate = `${number}-${number}-${number}`;

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayLength = 86_400_000;

// China has kept +08:00 without summer time since 1992; nothing here is older than 2007.
const shanghai = 8 * 3_600_000;

// Both directions go through UTC, so that the zone of the machine never takes part.
const numberOf = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / dayLength;
const dateOfNumber = (days: number): CivilDate => new Date(days * dayLength).toISOString().slice(0, 10) as CivilDate;

/** Whether a text is a day that exists: 2026-02-29 is none. Years 1000 to 2999. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  // The runtime reads 30 February as 2 March; only a real day comes back as it went in.
  return dateOfNumber(numberOf(text as CivilDate)) === text;
}

/** Reads a day from outside the program; anything that is not a real day is our caller's mistake. */
export function parseCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a civil date: ${text}`);
  return text;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfNumber(numberOf(date) + days);
}

/** Days from one date to the other: 1 from today to tomorrow, negative backwards. */
export function daysBetween(from: CivilDate, until: CivilDate): number {
  return numberOf(until) - numberOf(from);
}

export function weekday(date: CivilDate): Weekday {
  // Day 0 was a Thursday.
  return (((((numberOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The day that the wall calendar in Shanghai shows at an instant. */
export function civilDateOf(at: Date): CivilDate {
  return dateOfNumber(Math.floor((at.getTime() + shanghai) / dayLength));
}

/** 00:00 of the day in Shanghai. */
export function startOf(date: CivilDate): Date {
  return new Date(numberOf(date) * dayLength - shanghai);
}

/** 24:00 of the day, which is 00:00 of the next: what ends on a day is over at this instant. */
export function endOf(date: CivilDate): Date {
  return startOf(addDays(date, 1));
}

/** A day in the pieces that a sentence puts together in its own order: no leading zeros, no thousands separator. */
export function partsOf(date: CivilDate): { year: string; month: string; day: string; weekday: Weekday } {
  const [year, month, day] = date.split("-") as [string, string, string];
  return { year, month: String(Number(month)), day: String(Number(day)), weekday: weekday(date) };
}
