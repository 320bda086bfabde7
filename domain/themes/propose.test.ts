import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phrasesIn, proposeThemes } from "./propose.ts";

const answers = (...bodies: string[]) => bodies.map((body, place) => ({ id: place + 1, body }));

describe("themes that are proposed", () => {
  test("are what most answers share, by its longest phrase, then what the others share", () => {
    const said = answers(
      "小学后门的人行道砖全翘起来了",
      "公园南门没有路灯",
      "有人来量人行道了",
      "路灯杆有的，从来没亮过",
      "医院旁边人行道被车占了",
      "消防栓被围住了",
    );
    expect(proposeThemes(said, "最该先修的一处", [])).toEqual([
      { phrase: "人行道", commentIds: [1, 3, 5] },
      { phrase: "路灯", commentIds: [2, 4] },
    ]);
  });

  test("are neither what the question says itself, nor what was dropped, nor what one answer says", () => {
    const said = answers("这条路最该先修路灯", "先修路灯吧");
    expect(proposeThemes(said, "最该先修路灯", [])).toEqual([]);
    expect(proposeThemes(said, "哪里", ["路灯", "修路", "修路灯", "先修", "先修路", "先修路灯"])).toEqual([]);
    expect(proposeThemes(answers("路灯"), "哪里", [])).toEqual([]);
  });

  test("are words where words are written apart", () => {
    expect(proposeThemes(answers("More street Lights", "lights are out"), "", [])).toEqual([
      { phrase: "lights", commentIds: [1, 2] },
    ]);
  });
});

test("a phrase holds no linking character, and no mark stands inside one", () => {
  expect([...phrasesIn("路灯，不亮的井盖")]).toEqual(["路灯", "井盖"]);
});

const body = fc
  .array(fc.constantFrom("路灯", "井盖", "人行道", "公厕", "的", "，", "了"), { maxLength: 6 })
  .map((parts) => parts.join(""));

test("whatever is said, no answer stands in two themes, and each theme's phrase is said by all of its answers", () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 30 }), (bodies) => {
      const said = answers(...bodies);
      const proposals = proposeThemes(said, "", []);
      const placed = proposals.flatMap(({ commentIds }) => commentIds);
      expect(new Set(placed).size).toBe(placed.length);
      for (const { phrase, commentIds } of proposals) {
        expect(commentIds.length).toBeGreaterThan(1);
        for (const id of commentIds) expect(said[id - 1]!.body).toContain(phrase);
      }
    }),
  );
});
