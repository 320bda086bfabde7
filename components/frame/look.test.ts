import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeLook, lookScript, readLook, sizes, themes, writeLook } from "#components/frame/look.ts";

const anyLook = fc.record({
  theme: fc.constantFrom(...themes),
  size: fc.constantFrom(...sizes),
  elder: fc.boolean(),
});

function paint(cookie: string) {
  const dataset: Record<string, string> = {};
  runInNewContext(lookScript, { document: { cookie, documentElement: { dataset } } });
  return dataset;
}

describe("the look of the pages", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(anyLook, (look) => {
        expect(readLook(writeLook(look))).toEqual(look);
      }),
    );
  });

  test.each([undefined, "", "pink.1.0", "dark.9.0", "dark.1.0; x", "__proto__"])("is the usual one for %j", (cookie) =>
    expect(readLook(cookie)).toEqual({ theme: "auto", size: 1, elder: false }),
  );

  test("changes only by what is offered", () => {
    const look = { theme: "dark", size: 2, elder: false } as const;
    expect(changeLook(look, new URLSearchParams("size=4"))).toEqual({ ...look, size: 4 });
    expect(changeLook(look, new URLSearchParams("theme=pink&size=400"))).toEqual(look);
  });

  test("适老版 starts at 特大, and a second press leaves it", () => {
    const elder = changeLook({ theme: "dark", size: 1, elder: false }, new URLSearchParams("elder=1"));
    expect(elder).toEqual({ theme: "dark", size: 3, elder: true });
    expect(changeLook(elder, new URLSearchParams("elder=1"))).toEqual({ theme: "dark", size: 1, elder: false });
  });

  test("the script before the first paint sets what the cookie says, among other cookies", () => {
    expect(paint("a=b; look=contrast.4.1; c=d")).toEqual({ theme: "contrast", size: "4", elder: "" });
    expect(paint("look=auto.1.0")).toEqual({});
    expect(paint("overlook=dark.2.0")).toEqual({});
  });
});
