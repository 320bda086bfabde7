import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { instant } from "#test/on.ts";
import { askedFor } from "./asked.ts";
import { type Answer, Keeper, limits } from "./keeper.ts";
import { Overloaded, Queue } from "./queue.ts";
import { Shelf } from "./shelf.ts";

/** A keeper in a world whose clocks stand still until they are moved, and whose pages are told what to be. */
function world({ most = 1e9, atOnce = 4 } = {}) {
  const time = { ticks: 10_000, wall: instant("2026-11-20", "15:00").getTime() };
  const page = { status: 200, words: "as it was", topics: ["home"], until: Number.POSITIVE_INFINITY };
  let renders = 0;
  let gate = Promise.resolve();
  let reached = () => {};
  const shelf = new Shelf(most);
  const keeper = new Keeper({
    shelf,
    queue: new Queue(atOnce, 1_000),
    clock: () => time.wall,
    ticks: () => time.ticks,
    headers: () => ({}),
    render: async () => {
      renders += 1;
      const { status, words, topics, until } = page;
      reached();
      await gate;
      const headers = { "content-type": "text/html" };
      return { captured: { status, headers, body: Buffer.from(words) }, topics: new Set(topics), until };
    },
  });
  const ask = (path = "/") => keeper.answer(askedFor(path)!);
  return {
    time,
    page,
    shelf,
    keeper,
    ask,
    words: async (path?: string) => wordsOf(await ask(path)),
    renders: () => renders,
    happens: (what: string, ...topics: string[]) => keeper.follow([{ what, topics } as StampedEvent]),
    /** From now on renderings, having read, wait for `open`; `begun` resolves when the next one has read. */
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => (open = resolve));
      const begun = new Promise<void>((resolve) => (reached = resolve));
      const release = () => {
        open();
        gate = Promise.resolve();
      };
      return { open: release, begun };
    },
  };
}

const wordsOf = (answer: Answer) =>
  ("kept" in answer ? answer.kept.page.bodies.identity : answer.passed.body).toString();

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
    await vi.waitFor(async () => expect(await words()).toBe("as it is"));
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
    await vi.waitFor(() => expect(renders()).toBe(2));
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
    await vi.waitFor(async () => expect(await words()).toBe("as it is"), { timeout: 3_000 });
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

describe("when a page cannot be rendered", () => {
  test("the older one is served for five minutes, then the failure", async () => {
    const { words, ask, page, time, happens } = world();
    await words();
    page.status = 500;
    time.ticks += limits.apart;
    happens("post.publish", "home");
    time.ticks += limits.staleIfError - 1;
    expect(await words()).toBe("as it was");
    time.ticks += 1;
    expect(await ask()).toMatchObject({ passed: { status: 500 } });
  });

  test("it is not tried more than once a second for those who are served the older one", async () => {
    const { words, page, time, happens, renders } = world();
    await words();
    page.status = 500;
    time.ticks += limits.apart;
    happens("post.publish", "home");
    await vi.waitFor(() => expect(renders()).toBe(2));
    for (let n = 0; n < 10; n += 1) await words();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(renders()).toBe(2);
  });

  test("what is not found, redirected or says nothing of its topics is not kept", async () => {
    const { ask, page, shelf } = world();
    for (const status of [404, 307]) {
      page.status = status;
      expect(await ask()).toMatchObject({ passed: { status } });
    }
    Object.assign(page, { status: 200, topics: [] });
    await ask();
    expect(shelf.size).toBe(0);
  });

  test("nobody waits behind a row that does not move", async () => {
    const { ask, hold } = world({ atOnce: 1 });
    const now = vi.spyOn(performance, "now");
    onTestFinished(() => now.mockRestore());
    now.mockReturnValue(0);
    const { open } = hold();
    const [first, second] = [ask("/"), ask("/letters")];
    now.mockReturnValue(1_001);
    await expect(ask("/leaders")).rejects.toBeInstanceOf(Overloaded);
    open();
    await Promise.all([first, second]);
  });
});

describe("somebody who has just written", () => {
  const asWriter = (keeper: Keeper, arrived: number, told: boolean) =>
    keeper.answerToWriter(askedFor("/?since=7")!, arrived, told).then(wordsOf);

  test("is never shown what was rendered before, when the event has come", async () => {
    const { keeper, words, page, time, happens } = world();
    await words();
    page.words = "with my comment";
    time.ticks += 10;
    happens("comment.write", "home");
    time.ticks += limits.apartForWriter;
    expect(await asWriter(keeper, time.ticks, true)).toBe("with my comment");
  });

  test("nor when it has not come", async () => {
    const { keeper, words, page, time } = world();
    await words();
    page.words = "with my comment";
    time.ticks += limits.apartForWriter;
    expect(await asWriter(keeper, time.ticks, false)).toBe("with my comment");
  });

  test("nor what was being rendered while they wrote", async () => {
    const { keeper, words, page, time, happens, hold } = world();
    const { open, begun } = hold();
    const early = words();
    await begun;
    page.words = "with my comment";
    happens("comment.write", "home");
    time.ticks += limits.apartForWriter;
    const mine = asWriter(keeper, time.ticks, true);
    open();
    expect(await early).toBe("as it was");
    expect(await mine).toBe("with my comment");
  });

  test("gets the kept page when nothing on it has changed, and has no name of its own in the cache", async () => {
    const { keeper, words, renders, shelf, time } = world();
    await words();
    time.ticks += 10;
    await asWriter(keeper, time.ticks, true);
    expect([renders(), shelf.size]).toEqual([1, 1]);
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
