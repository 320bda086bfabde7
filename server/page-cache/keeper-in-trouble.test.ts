import { describe, expect, onTestFinished, test, vi } from "vitest";
import { wordsOf, world } from "#test/kept-pages.ts";
import { askedFor } from "./asked.ts";
import { type Keeper, limits } from "./keeper.ts";
import { Overloaded } from "./queue.ts";

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
    await vi.waitFor(() => expect(renders()).toBe(2), { timeout: 10_000 });
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
