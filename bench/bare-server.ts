import { createServer, get, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

/** What P1 is held against: node:http with the same finished bytes and headers, and nothing else. */
const [port, page] = process.argv.slice(2) as [string, string];
const answer = await new Promise<IncomingMessage>((resolve) => {
  get(page, { headers: { "accept-encoding": "br" } }, resolve);
});
const bytes = await buffer(answer);
const headers: string[] = [];
for (let i = 0; i < answer.rawHeaders.length; i += 2) {
  // These node says itself, here as there.
  if (!/^(?:date|connection|keep-alive)$/i.test(answer.rawHeaders[i]!))
    headers.push(...answer.rawHeaders.slice(i, i + 2));
}

createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
}).listen(Number(port), "127.0.0.1");
