import type { StampedEvent } from "#domain/events/stamped.ts";
import { askedFor } from "#server/page-cache/asked.ts";
import { type Answer, Keeper } from "#server/page-cache/keeper.ts";
import { Queue } from "#server/page-cache/queue.ts";
import { Shelf } from "#server/page-cache/shelf.ts";
import { instant } from "#test/on.ts";

/** A keeper in a world whose clocks stand still until they are moved, and whose pages are told what to be. */
export function world({ most = 1e9, atOnce = 4 } = {}) {
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

export const wordsOf = (answer: Answer) =>
  ("kept" in answer ? answer.kept.page.bodies.identity : answer.passed.body).toString();
