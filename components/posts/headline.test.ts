import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headline } from "#components/posts/headline.ts";

describe("what a post is called where one line fits", () => {
  test.each([
    ["“清洁河源百日大行动”启动。全市将清理背街小巷。", "“清洁河源百日大行动”启动"],
    [
      "过去一年你最满意的两件事、最不满意的两件事各是什么？欢迎“拍砖”。",
      "过去一年你最满意的两件事、最不满意的两件事各是什么？",
    ],
    ["The park opens today. Come and see.", "The park opens today"],
    ["版本 2.5 已发布", "版本 2.5 已发布"],
    ["第一行\n第二行", "第一行"],
    ["  \n梧桐山公园开园迎客。", "梧桐山公园开园迎客"],
    ["", ""],
  ])("%j is %j", (body, words) => expect(headline(body)).toBe(words));

  test("a long sentence is cut between characters, never within one", () => {
    expect(headline("𠮷".repeat(50), 10)).toBe(`${"𠮷".repeat(9)}…`);
  });

  test("is never longer than asked for, and never more than one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 60 }), (body, most) => {
        const words = headline(body, most);
        expect(Array.from(words).length).toBeLessThanOrEqual(most);
        expect(words).not.toContain("\n");
      }),
    );
  });
});
