import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, type Face, seal } from "./entry.ts";

const face: Face = {
  position: 7,
  what: "letter.answer",
  topics: ["letter:HY-2026-00012", "letters"],
  at: "2026-09-18T01:00:00.000Z",
  office: "jiaotong",
  role: "lead",
  subject: "letter:HY-2026-00012",
  counts: { to: "answered", round: 1 },
  words: "00ff",
};

test("canonical JSON is that of RFC 8785", () => {
  // The examples of the RFC's own test data.
  expect(
    canonical(
      JSON.parse(
        '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
      ),
    ),
  ).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  const weird = { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😂": 5, "\u0080": 6, ö: 7 };
  expect(canonical(weird)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😂":5,"\ufb33":3}');
});

test("a public event is sealed as it is, its names in order", () => {
  expect(seal(face, true)).toEqual({
    entry:
      '{"at":"2026-09-18T01:00:00.000Z","counts":{"round":1,"to":"answered"},"office":"jiaotong","position":7,"role":"lead","subject":"letter:HY-2026-00012","topics":["letter:HY-2026-00012","letters"],"what":"letter.answer","words":"00ff"}',
    hidden: null,
  });
});

test("of a private one only position and time can be seen, and whoever has face and salt can check the rest", () => {
  const { entry, hidden } = seal(face, false);
  expect(Object.keys(JSON.parse(entry))).toEqual(["at", "position", "sealed"]);
  expect(hidden!.face).toBe(seal(face, true).entry);
  const again = createHash("sha256").update(hidden!.salt).update(hidden!.face).digest("hex");
  expect(JSON.parse(entry)).toEqual({ at: face.at, position: 7, sealed: again });
  expect(seal(face, false).entry).not.toBe(entry);
});

test("whatever the order of its names, the same face is the same entry", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: "binary" }), fc.oneof(fc.integer(), fc.string({ unit: "binary" }))),
      (counts) => {
        const turned = Object.fromEntries(Object.entries(counts).reverse());
        expect(canonical({ ...face, counts: turned })).toBe(
          canonical(Object.fromEntries(Object.entries({ ...face, counts }).reverse())),
        );
      },
    ),
  );
});
