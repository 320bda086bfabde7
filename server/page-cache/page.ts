import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { policyByHashes } from "../policy.ts";
import type { Captured } from "./capture.ts";

const codings = ["br", "gzip", "identity"] as const;
type Coding = (typeof codings)[number];

/** A finished answer: for each coding the bytes and the head, as node wants it. */
export interface Page {
  etag: string;
  heads: Record<Coding, string[]>;
  bodies: Record<Coding, Buffer>;
  notModified: string[];
  /** What it takes in memory. */
  bytes: number;
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const worthwhile = /^(?:text\/|application\/(?:json|javascript|xml|[\w.-]+\+(?:json|xml))|image\/svg)/;

/** Brotli's qualities: a millisecond for a page, and the most there is, a hundred times as long, for what never changes. */
const quick = 6;
export const thorough = 11;

/** Compresses and signs an answer once, for everybody who will ask for it. */
export async function finish(captured: Captured, own: Record<string, string>, quality = quick): Promise<Page> {
  const { body, headers } = captured;
  const type = String(headers["content-type"] ?? "application/octet-stream");
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const common: Headers = { ...own, etag, vary: "accept-encoding" };
  if (type.startsWith("text/html")) common["content-security-policy"] = policyByHashes(body.toString());
  const bodies = await compressed(body, worthwhile.test(type) ? quality : null);
  const heads = Object.fromEntries(
    codings.map((coding) => {
      const head: Headers = { ...common, "content-type": type, "content-length": bodies[coding].length };
      if (bodies[coding] !== body) head["content-encoding"] = coding;
      return [coding, flat(head)];
    }),
  ) as Record<Coding, string[]>;
  const bytes = codings.reduce((sum, coding) => sum + bodies[coding].length, 2_000);
  return { etag, heads, bodies, notModified: flat(common), bytes };
}

/** The best coding that the reader's browser says it knows. */
export function codingFor(accepted: string | undefined): Coding {
  if (!accepted) return "identity";
  if (/\bbr\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? "gzip" : "identity";
}

async function compressed(body: Buffer, quality: number | null): Promise<Record<Coding, Buffer>> {
  if (quality === null || body.length < 200) return { br: body, gzip: body, identity: body };
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  const [br, gz] = await Promise.all([brotli(body, { params }), zip(body, { level: 6 })]);
  return { br, gzip: gz, identity: body };
}

type Headers = Record<string, string | number>;

const flat = (headers: Headers) => Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
