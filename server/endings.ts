import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "#db/cannot-start.ts";

const endings: (() => Promise<unknown>)[] = [];
let since: number | undefined;

/** What was started last ends first. */
export function atEnd(ending: () => Promise<unknown>): void {
  endings.push(ending);
}

/** SIGTERM and SIGINT end the process in order, within ten seconds; asked a second time it goes at once. */
export function endOnSignal(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // npm passes on what the terminal has sent already: two of one key press are one.
      if (since !== undefined && Date.now() - since > 500) process.exit(1);
      void end(0);
    });
  }
}

async function end(code: number): Promise<never> {
  if (since !== undefined) return new Promise<never>(() => {});
  since = Date.now();
  await Promise.race([inOrder(), pause(10_000)]);
  process.exit(code);
}

async function inOrder(): Promise<void> {
  for (const ending of endings.reverse()) await ending().catch((error) => console.error(error));
}

/** Says why in a sentence; only what we did not foresee shows its stack. */
export async function giveUp(error: unknown): Promise<never> {
  console.error(error instanceof CannotStart ? error.message : error);
  return end(1);
}
