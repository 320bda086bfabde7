import { textOf, type Values } from "#components/ui/form-state.ts";
import { storable } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";

/** A comment of the longest kind, in the most wasteful spelling, still fits. */
const largest = 64 * 1024;

export interface Body {
  /** The bytes as they came: what "the same request" means. */
  bytes: Buffer;
  fields: Values | Record<string, unknown>;
}

/** Reads JSON or a form, up to 64 kB. Who sends more, or what cannot be read, is told so. */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await readCapped(request);
  try {
    return { bytes, fields: await fieldsOf(bytes, request.headers.get("content-type") ?? "") };
  } catch {
    throw new Refusal("requests.unreadable");
  }
}

async function readCapped(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > largest) throw new Refusal("requests.tooBig");
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > largest) throw new Refusal("requests.tooBig");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function fieldsOf(bytes: Buffer, type: string): Promise<Body["fields"]> {
  if (isJson(type)) {
    const json: unknown = JSON.parse(bytes.toString("utf8"), (_, value) =>
      typeof value === "string" ? storable(value) : value,
    );
    if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error("not an object");
    return json as Record<string, unknown>;
  }
  return textOf(await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData());
}

export const isJson = (type: string) => /^application\/json\b/i.test(type);
