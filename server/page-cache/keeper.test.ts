import { describe, expect, test, vi } from "vitest";
import { world } from "#test/kept-pages.ts";
import { instant } from "#test/on.ts";
import { limits } from "./keeper.ts";

describe("a page that is kept", () => {
  test("is rendered once, however many ask at once and later", async () => {
    const { words, renders } = world();
    await Promise.all(Array.from({ length: 50 }, () => words()));
    await words();
    expect(renders()).toBe(1);
  });

  test("is served as it was while the newer one is on its way, and then as it is", async () => {
    const { words, page, time, happens, renders } = world();
    await words();
    time.ticks += limits.apart;
    page.words = "as it is";
    happens("post.publish", "home");
    expect(await words()).toBe("as it was");
    await vi.waitFor(async () => expect(await words()).toBe("as it is"), { timeout: 10_000 });
    expect(renders()).toBe(2);
  });

  test("is not renewed for what it does not show", async () => {
    const { words, time, happens, renders } = world();
    await words();
    time.ticks += limits.apart;
    happens("post.publish", "post:7");
    await words();
    expect(renders()).toBe(1);
  });

  test("is renewed at most once a second", async () => {
    const { words, time, happens, renders } = world();
    await words();
    time.ticks += limits.apart - 50;
    for (let n = 0; n < 20; n += 1) happens("votes.counted", "home");
    expect(renders()).toBe(1);
    await vi.waitFor(() => expect(renders()).toBe(2), { timeout: 10_000 });
    for (let n = 0; n < 20; n += 1) happens("votes.counted", "home");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(renders()).toBe(2);
  });

  test("is renewed once more when something happened while it was being rendered", async () => {
    const { words, page, happens, hold, time } = world();
    const { open, begun } = hold();
    const first = words();
    await begun;
    page.words = "as it is";
    happens("post.publish", "home");
    open();
    expect(await first).toBe("as it was");
    time.ticks += limits.apart;
    await vi.waitFor(async () => expect(await words()).toBe("as it is"), { timeout: 10_000 });
  });

  test("is waited for when it has been old for a minute, or nobody had asked for it for one", async () => {
    const { words, page, time, happens } = world();
    await words();
    time.ticks += limits.hot + 1;
    page.words = "as it is";
    happens("post.publish", "home");
    expect(await words()).toBe("as it is");
  });

  test("is yesterday's at midnight in Shanghai, and waited for", async () => {
    const { words, page, time } = world();
    await words();
    page.words = "还剩 3 个工作日";
    time.wall = instant("2026-11-20", "23:59").getTime();
    expect(await words()).toBe("as it was");
    time.wall = instant("2026-11-21", "00:00").getTime();
    expect(await words()).toBe("还剩 3 个工作日");
  });

  test("is old at the instant it has named", async () => {
    const { words, page, time } = world();
    page.until = instant("2026-11-20", "16:00").getTime();
    await words();
    page.words = "turned red";
    time.wall = instant("2026-11-20", "16:00").getTime();
    expect(await words()).toBe("turned red");
  });
});

describe("after something was hidden", () => {
  test("the older bytes are not served to anybody, not even when rendering fails", async () => {
    const { ask, page, happens } = world();
    await ask();
    happens("comment.hide", "home");
    page.status = 500;
    expect(await ask()).toMatchObject({ passed: { status: 500 } });
  });

  test("they are gone before anybody is told of it over the relay", async () => {
    const { words, page, keeper } = world();
    await words();
    page.words = "without it";
    keeper.purge(["home"]);
    expect(await words()).toBe("without it");
  });

  test("bytes that were being rendered then are thrown away", async () => {
    const { words, page, happens, hold, renders } = world();
    const { open, begun } = hold();
    const first = words();
    await begun;
    page.words = "without it";
    happens("letter.redact", "home");
    open();
    expect(await first).toBe("without it");
    expect(renders()).toBe(2);
  });
});

test("what was asked for longest ago goes first when memory is full", async () => {
  const { words, shelf, time, renders } = world({ most: 3 * 2_100 });
  for (const path of ["/", "/letters", "/leaders"]) {
    await words(path);
    time.ticks += 2_000;
  }
  await words("/");
  time.ticks += 2_000;
  await words("/log");
  expect(["/", "/letters", "/leaders", "/log"].map((key) => Boolean(shelf.find(key)))).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(shelf.bytes).toBeLessThanOrEqual(3 * 2_100);
  expect(renders()).toBe(4);
});
