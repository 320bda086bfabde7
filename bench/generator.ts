import { text } from "node:stream/consumers";
import autocannon from "autocannon";
import type { Load, Made } from "./load.ts";

/** The process that makes load: reads what from its input, writes what came of it to its output. */
const load = JSON.parse(await text(process.stdin)) as Load;
let turn = 0;
let n = Date.now() * 1000;

const result = await autocannon({
  url: load.url,
  connections: load.connections,
  duration: load.seconds,
  requests: [
    {
      setupRequest: (request: object) => {
        const next = load.requests[turn++ % load.requests.length]!;
        return { ...request, ...next, body: next.body?.replace("{n}", String(n++)) };
      },
    },
  ],
});

const made: Made = {
  good: result["2xx"],
  bad: result.non2xx + result.errors + result.timeouts,
  seconds: result.duration,
  p50: result.latency.p50,
  p99: result.latency.p99,
};
process.stdout.write(JSON.stringify(made));
