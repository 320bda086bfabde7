import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import type { Asked } from "./asked.ts";
import { type Captured, capture } from "./capture.ts";

/** What came out of one rendering, and what was learned while it went on. */
export interface Rendering {
  captured: Captured;
  /** What the page said it shows. A page that says nothing cannot be kept: nobody could tell when it is old. */
  topics: Set<string>;
  until: number;
}

/** Where the pages of Next's own copy of our modules leave word of what they show. */
export class Renderings {
  readonly #open = new Map<string, { topics: Set<string>; until: number }>();

  /** Called over the bridge. */
  shows(render: string, topics: string[], until?: Date): void {
    const open = this.#open.get(render);
    if (!open) return;
    for (const topic of topics) open.topics.add(topic);
    if (until) open.until = Math.min(open.until, until.getTime());
  }

  /** Nothing of the reader is in what Next is asked: no cookie, no browser, no address. */
  async render(handler: RequestListener, asked: Asked, publicUrl: string, position: number): Promise<Rendering> {
    const render = randomUUID();
    const open = { topics: new Set<string>(), until: Number.POSITIVE_INFINITY };
    this.#open.set(render, open);
    const { host, protocol } = new URL(publicUrl);
    try {
      const captured = await capture(handler, asked.url, {
        host,
        accept: "text/html,application/json",
        "x-forwarded-proto": protocol.slice(0, -1),
        "x-render": render,
        "x-language": asked.language,
        "x-path": asked.url,
        "x-position": String(position),
      });
      return { captured, ...open };
    } finally {
      this.#open.delete(render);
    }
  }
}
