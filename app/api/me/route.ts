import { signedIn } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { countUnread } from "#domain/people/read-seat.ts";

/** What is personal on a page whose bytes are everybody's: small, asked for after the page, kept by nobody. */
export async function GET(): Promise<Response> {
  const actor = await signedIn();
  const headers = { "cache-control": "private, no-store" };
  if (!isPerson(actor)) return Response.json({ signedIn: false }, { headers });
  const { id, nickname, staff, verified, grants } = actor;
  const roles = [...new Set(grants.map(({ role }) => role))];
  const unread = await countUnread(db, actor);
  return Response.json({ signedIn: true, id, nickname, staff, verified, roles, unread }, { headers });
}
