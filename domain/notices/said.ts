import { readParts } from "#domain/letters/answer-letter.ts";

/** Longer texts cost several messages and are cut by some telephones: the link leads to the rest. */
const mostWords = 120;

/** Of an answer's four parts the writer wants to know first what was done. */
export const said = (name: string, words: string): string => (name === "answer" ? readParts(words).done : words);

/** Cut where it is long, with the mark of having been cut. */
export const shortened = (text: string): string =>
  text.length <= mostWords ? text : `${text.slice(0, mostWords - 1)}…`;
