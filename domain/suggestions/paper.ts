import type { CivilDate } from "#domain/calendar/civil-date.ts";

/** The meeting or document that adopted a suggestion. */
export interface Paper {
  name: string;
  number: string | null;
  on: CivilDate;
  link: string | null;
}

const lineOf = ({ name, number, on }: Omit<Paper, "link">) => [name, number, on].filter(Boolean).join(" ");

/** Why it was adopted, and below it by what: both are sealed together. */
export const sealedWords = (words: string, paper: Omit<Paper, "link"> | null): string =>
  paper ? `${words.trim()}\n${lineOf(paper)}` : words.trim();

/** Why alone, where the paper stands beside it. */
export function reasonIn(sealed: string, paper: Paper | null): string {
  const end = paper ? `\n${lineOf(paper)}` : "";
  return end && sealed.endsWith(end) ? sealed.slice(0, -end.length) : sealed;
}
