import { describe, expect, test } from "vitest";
import { findByInitials } from "./find-by-initials.ts";

const offices = [
  { value: "chengguan", words: "河源市城市综合管理局", initials: "hyscszhglj" },
  { value: "jiaotong", words: "河源市交通运输局", initials: "hysjtysj" },
  { value: "jiaoyu", words: "河源市教育局", initials: "hysjyj" },
];
const found = (typed: string) => findByInitials(offices, typed).map(({ value }) => value);

describe("finding an office by the initials of its name", () => {
  test("letters may be left out between", () => expect(found("csglj")).toEqual(["chengguan"]));
  test("letters in one piece come before letters apart", () => expect(found("jy")).toEqual(["jiaoyu", "jiaotong"]));
  test("characters come before letters", () => expect(found("交通")).toEqual(["jiaotong"]));
  test("full-width letters and spaces are read as plain ones", () => expect(found("ＪＴ ys")).toEqual(["jiaotong"]));
  test("nothing typed leaves everything in its order", () =>
    expect(found("  ")).toEqual(["chengguan", "jiaotong", "jiaoyu"]));
  test("what stands in no name is found nowhere", () => expect(found("xyz")).toEqual([]));
});
