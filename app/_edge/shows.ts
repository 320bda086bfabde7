import { headers } from "next/headers";
import { bridge } from "#domain/events/bridge.ts";

/**
 * Tells the page cache what a square page shows, so that an event on these topics makes it stale. To be awaited before
 * the page may end in not-found. `until` is the earliest instant at which the same facts read differently (a light
 * that turns); midnight in Shanghai is always one and need not be said.
 */
export async function shows(topics: string | string[], { until }: { until?: Date | undefined } = {}): Promise<void> {
  const render = (await headers()).get("x-render");
  if (render) bridge()?.shows(render, [topics].flat(), until);
}
