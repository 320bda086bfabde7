import { signedIn } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import { readImage } from "#domain/images/read.ts";

/** A picture. Its bytes never change; those that not everybody may see are kept by nobody. */
export async function GET(_: Request, { params }: RouteContext<"/images/[token]">): Promise<Response> {
  const image = await readImage(db, (await params).token, signedIn);
  if (!image) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
  const { bytes, mime, postId } = image;
  const caching: Record<string, string> =
    postId === null
      ? { "cache-control": "private, no-store" }
      : { "cache-control": "public, max-age=31536000, immutable", "cache-tag": `post:${postId}` };
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": mime, "content-security-policy": "default-src 'none'", ...caching },
  });
}
