import { IncomingMessage, type OutgoingHttpHeaders, type RequestListener, ServerResponse } from "node:http";
import { Socket } from "node:net";

export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** A response that goes to nobody: what is written into it is collected. */
class Collected extends ServerResponse {
  readonly chunks: Buffer[] = [];

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((one) => typeof one === "object") as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    this.chunks.push(bytesOf(chunk, rest[0]));
    called(rest);
    return true;
  }

  override end(...rest: unknown[]): this {
    const [chunk, encoding] = rest;
    if (typeof chunk === "string" || chunk instanceof Uint8Array) this.chunks.push(bytesOf(chunk, encoding));
    this.finished = true;
    called(rest);
    this.emit("finish");
    this.emit("close");
    return this;
  }
}

/** Asks Next in this process, without a connection, and waits for the whole answer. */
export function capture(handler: RequestListener, url: string, headers: Record<string, string>): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { method: "GET", url, headers, rawHeaders: Object.entries(headers).flat() });
  request.push(null);
  const response = new Collected(request);
  return new Promise((resolve, reject) => {
    response.once("finish", () =>
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(response.chunks) }),
    );
    response.once("error", reject);
    // Destroyed before its end: the rendering broke off.
    response.once("close", () => reject(new Error(`The rendering of ${url} broke off.`)));
    Promise.resolve(handler(request, response)).catch(reject);
  });
}

function bytesOf(chunk: string | Uint8Array, encoding: unknown): Buffer {
  if (typeof chunk !== "string") return Buffer.from(chunk);
  return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
}

function called(rest: unknown[]): void {
  const callback = rest.findLast((one) => typeof one === "function") as (() => void) | undefined;
  if (callback) queueMicrotask(callback);
}
