import { signedIn } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { kept } from "#domain/bookmarks/input.ts";
import { readMyBookmarks } from "#domain/bookmarks/read-bookmarks.ts";
import { readMyFollows } from "#domain/follows/follow.ts";
import { followedTopic } from "#domain/follows/input.ts";
import { countUnread } from "#domain/notices/read-notices.ts";
import { readMyBallots } from "#domain/polls/read-polls.ts";
import { readMySignature } from "#domain/signatures/read-signers.ts";
import { readMyVotesOn } from "#domain/votes/mine.ts";

/** The posts of a page at most. */
const most = 30;

/** What is personal on a page whose bytes are everybody's: small, asked for after the page, kept by nobody. */
export async function GET(request: Request): Promise<Response> {
  const actor = await signedIn();
  const headers = { "cache-control": "private, no-store" };
  if (!isPerson(actor)) return Response.json({ signedIn: false }, { headers });
  const { id, nickname, staff, verified, grants } = actor;
  const roles = [...new Set(grants.map(({ role }) => role))];
  const number = new URL(request.url).searchParams.get("letter");
  const [unread, votes, ballots, follows, bookmarks, signature] = await Promise.all([
    countUnread(db, actor),
    readMyVotesOn(db, id, idsIn(request, "posts")),
    readMyBallots(db, id, idsIn(request, "polls")),
    readMyFollows(db, id, followsIn(request)),
    readMyBookmarks(db, actor, keepableIn(request)),
    number ? readMySignature(db, actor, number) : null,
  ]);
  const cosigned = signature !== null;
  return Response.json(
    { signedIn: true, id, nickname, staff, verified, roles, unread, votes, ballots, follows, bookmarks, cosigned },
    { headers },
  );
}

/** `?posts=7,12&polls=12`: which posts the page shows, for one's own votes on them and their comments, and which polls. */
function idsIn(request: Request, name: "posts" | "polls"): number[] {
  const given = new URL(request.url).searchParams.get(name)?.split(",") ?? [];
  return given
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
    .slice(0, most)
    .map(Number);
}

/** `?follows=leader:shuji,tag:路灯`: what the page offers to follow. */
function followsIn(request: Request): string[] {
  const given = new URL(request.url).searchParams.get("follows")?.split(",") ?? [];
  return given.slice(0, most).flatMap((topic) => followedTopic.safeParse(topic).data ?? []);
}

/** The post and its comments, as many as a page shows. */
const mostKeepable = 200;

/** `?bookmarks=post:7,comment:12`: what the page offers to keep. */
function keepableIn(request: Request): string[] {
  const given = new URL(request.url).searchParams.get("bookmarks")?.split(",") ?? [];
  return given.slice(0, mostKeepable).flatMap((what) => kept.safeParse(what).data ?? []);
}
