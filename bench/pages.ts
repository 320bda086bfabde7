import { createHash } from "node:crypto";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { makeLoad } from "./load.ts";
import { start } from "./pin.ts";
import { answers, freePort, type Platform, processorSeconds } from "./platform.ts";
import type { Result } from "./results.ts";
import { compare } from "./rounds.ts";

const page = "/";
const compressed = { "accept-encoding": "br" };

/** NodeBB's own ratio to bare node lies between 0.0033 and 0.0053: we take the one that is better for it. */
const nodeBB = 0.0053;

/**
 * Pages for each second of processor time that the server takes. At full load that is pages a second; and it stays true
 * when what makes the load is slower than what is measured.
 */
export async function measurePages(platform: Platform): Promise<Result[]> {
  const port = await freePort();
  const bareUrl = `http://127.0.0.1:${port}`;
  const bare = start("measured", ["bench/bare-server.ts", String(port), platform.url + page]);
  await answers(bare, bareUrl);
  const [mine, theirs] = [await bytesOf(platform.url + page), await bytesOf(bareUrl)];
  if (hash(mine) !== hash(theirs)) throw new Error("The two arms do not send the same bytes.");
  const round = (url: string, pid: number) => async () => {
    const before = processorSeconds(pid);
    const { good, bad } = await makeLoad({
      url,
      seconds: 4,
      connections: 32,
      requests: [{ path: page, headers: compressed }],
    });
    if (bad > 0) throw new Error(`${bad} of ${good + bad} pages were not served.`);
    return good / (processorSeconds(pid) - before);
  };
  const compared = await compare({ ours: round(platform.url, platform.pid), other: round(bareUrl, bare.pid!) });
  bare.kill();
  await once(bare, "exit");
  return [
    {
      row: "P1",
      what: "square page ÷ bare node:http, same bytes",
      unit: "pages per processor second",
      floor: 0.5,
      goal: 0.9,
      ...compared,
      value: compared.ratio,
    },
    { row: "P1b", what: "P1 ÷ NodeBB's own ratio", floor: 95, goal: 190, value: compared.ratio / nodeBB },
  ];
}

/** The home page as it goes over the wire. */
export async function measureBytes(platform: Platform): Promise<Result[]> {
  const bytes = await bytesOf(platform.url + page);
  return [
    {
      row: "F5",
      what: "HTML of the home page, brotli",
      unit: "kB",
      floor: 30,
      goal: 14,
      less: true,
      value: bytes.length / 1000,
    },
  ];
}

async function bytesOf(url: string): Promise<Buffer> {
  const answer = await new Promise<IncomingMessage>((resolve) => get(url, { headers: compressed }, resolve));
  return buffer(answer);
}

const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
