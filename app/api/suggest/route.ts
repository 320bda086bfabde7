import { db } from "#db/client.ts";
import { findNames } from "#domain/search/find-names.ts";

/** Offices and leaders whose names have these letters in them, while somebody types. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get("q")?.slice(0, 40) ?? "";
  const names = await findNames(db, typed, 8);
  return Response.json({ names }, { headers: { "cache-control": "public, max-age=60" } });
}
