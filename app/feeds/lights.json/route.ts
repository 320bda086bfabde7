import { noPosition, sinceOf } from "#app/feeds/since.ts";
import { db } from "#db/client.ts";
import { readLightsFeed } from "#domain/supervision/lights-feed.ts";

/** The lights feed for programs: what turned since a position, oldest first. */
export async function GET(request: Request): Promise<Response> {
  const since = sinceOf(request);
  if (since === null) return noPosition();
  return Response.json(await readLightsFeed(db, since), { headers: { "cache-control": "no-cache" } });
}
