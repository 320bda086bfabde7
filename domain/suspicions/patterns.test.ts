import { describe, expect, test } from "vitest";
import { instant } from "#test/on.ts";
import { many, suspectsAmong, type Voter } from "./patterns.ts";

const copied = "坚决支持这个方案，大家都来点赞，越快越好！";
const old = instant("2020-01-01");

function voters(n: number, of: (place: number) => Partial<Voter>): Voter[] {
  return Array.from({ length: n }, (_, place) => ({
    personId: place + 1,
    openedAt: instant("2026-09-16"),
    votedAt: new Date(instant("2026-09-18", "10:00").getTime() + place * 60_000),
    places: [`place ${place}`],
    words: "",
    ...of(place),
  }));
}

describe("who looks organised", () => {
  test("young accounts that vote at once from one device and network, with the evidence", () => {
    const found = suspectsAmong(voters(10, () => ({ places: ["one"] })));
    expect(found.size).toBe(10);
    expect(found.get(1)).toEqual({ burst: 10, copies: 0, shared: 9, age: 2 });
  });

  test("accounts that write nearly the same from one network", () => {
    const found = suspectsAmong(voters(5, (n) => ({ openedAt: old, places: ["one"], words: `${copied}${n}` })));
    expect(found.size).toBe(5);
    expect(found.get(1)).toMatchObject({ burst: 0, copies: 4, shared: 4 });
  });

  test.each<[string, Voter[]]>([
    ["a village behind one network", voters(40, () => ({ openedAt: old, places: ["village"] }))],
    ["a call that many copy", voters(40, (n) => ({ openedAt: old, words: copied, places: [`home ${n}`] }))],
    ["many new people at once", voters(40, () => ({}))],
    ["a family of four", voters(4, () => ({ places: ["home"], words: copied }))],
    ["agreeing in two words", voters(40, () => ({ openedAt: old, places: ["village"], words: "同感" }))],
    [
      "new people over a day",
      voters(40, (n) => ({ places: ["school"], votedAt: new Date(instant("2026-09-18").getTime() + n * 11 * 60_000) })),
    ],
    ["nobody", []],
  ])("not %s", (_, some) => expect(suspectsAmong(some).size).toBe(0));

  test("not who only happens to vote among them", () => {
    const some = voters(12, (n) => (n === 11 ? { openedAt: old, places: ["elsewhere"] } : { places: ["one"] }));
    expect([...suspectsAmong(some).keys()]).not.toContain(12);
    expect(suspectsAmong(some).size).toBe(11);
    expect(many.burst).toBeLessThanOrEqual(11);
  });
});
