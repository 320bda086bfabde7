import { once } from "node:events";
import { text } from "node:stream/consumers";
import { start } from "./pin.ts";

/** One request after the other, in turn; `{n}` in a body becomes a number that never comes again. */
export interface Load {
  url: string;
  seconds: number;
  connections: number;
  requests: { method?: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string }[];
}

export interface Made {
  /** Answers with a status of 200 to 299. */
  good: number;
  bad: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Makes load from another process, on the other core. */
export async function makeLoad(load: Load): Promise<Made> {
  const program = start("load", ["bench/generator.ts"], {}, true);
  program.stdin!.end(JSON.stringify(load));
  const [said] = await Promise.all([text(program.stdout!), once(program, "exit")]);
  return JSON.parse(said) as Made;
}
