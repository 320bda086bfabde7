import { describe, expect, test } from "vitest";
import { answerInput, letterInput, wordsInput } from "./input.ts";

const nothing = "\u200B\u2060 \u202E\n\u0000";
const problemsOf = (read: { error?: { issues: { message: string }[] } }) =>
  read.error?.issues.map(({ message }) => message);

describe("what is typed about a letter", () => {
  test("and shows nothing is nothing", () => {
    const letter = { kind: "help", visibility: "handlers", title: nothing, body: nothing };
    expect(problemsOf(letterInput.safeParse(letter))).toEqual(["letters.titleMissing", "letters.bodyMissing"]);
    expect(problemsOf(wordsInput.safeParse({ letterId: 1, words: nothing }))).toEqual(["letters.wordsMissing"]);
    const answer = { letterId: 1, facts: nothing, basis: "依据", done: nothing, next: "电话 110" };
    expect(problemsOf(answerInput.safeParse(answer))).toEqual(["letters.factsMissing", "letters.doneMissing"]);
  });

  test("is kept as it reads: no NUL, no turned direction, one kind of line end", () => {
    const { words } = wordsInput.parse({ letterId: 1, words: "  水\u0000压\u202E不足\r\n四楼 " });
    expect(words).toBe("水压不足\n四楼");
  });
});
