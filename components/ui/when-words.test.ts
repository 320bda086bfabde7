import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { whenWords } from "#components/ui/when-words.ts";

describe("when", () => {
  test("an instant is told in the city's time, whatever zone the machine is in", () => {
    const at = "2011-03-01T16:30:00Z";
    expect(whenWords({ at }, "zh-CN")).toBe("2011年3月2日（周三）00:30");
    expect(whenWords({ at }, "en")).toBe("Wed 2 Mar 2011, 00:30");
  });

  test("a civil date has no hour", () => {
    expect(whenWords({ on: "2026-11-22" }, "zh-CN")).toBe("2026年11月22日（周日）");
    expect(whenWords({ on: "2026-11-22", short: true }, "zh-CN")).toBe("11月22日（周日）");
    expect(whenWords({ on: "2026-11-22", short: true }, "en")).toBe("Sun 22 Nov");
  });

  test("yesterday is a matter of civil days, not of hours", () => {
    const now = "2011-03-01T16:01:00Z";
    expect(whenWords({ at: "2011-03-01T15:59:00Z", now }, "zh-CN")).toBe("2011年3月1日（周二，昨天）23:59");
    expect(whenWords({ on: "2011-03-05", now }, "zh-CN")).toBe("2011年3月5日（周六，3天后）");
    expect(whenWords({ on: "2011-03-05", now }, "en")).toBe("Sat 5 Mar 2011 (in 3 days)");
  });

  test("every civil date comes back as the date it was", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2008, max: 2030 }), fc.integer({ min: 1, max: 365 }), (year, ordinal) => {
        const on = new Date(Date.UTC(year, 0, ordinal)).toISOString().slice(0, 10);
        const [, y, m, d] = /^(\d+)年(\d+)月(\d+)日/.exec(whenWords({ on }, "zh-CN"))!;
        expect(`${y}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")}`).toBe(on);
        expect(whenWords({ at: `${on}T00:00:00+08:00`, dayOnly: true }, "zh-CN")).toBe(whenWords({ on }, "zh-CN"));
      }),
    );
  });
});
