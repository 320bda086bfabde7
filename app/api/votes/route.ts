import { now } from "#app/_edge/now.ts";
import { showing } from "#app/_edge/showing.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { write } from "#app/_edge/write.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { lastEventId } from "#domain/events/stamped.ts";
import { rowId } from "#domain/posts/input.ts";
import { castVote } from "#domain/votes/cast.ts";
import { voteInput } from "#domain/votes/input.ts";
import { readMyVotes } from "#domain/votes/mine.ts";
import { sumVotes } from "#domain/votes/sum.ts";

/**
 * 赞成, 反对. The same vote sent twice is one vote. Who has no scripts sees their vote on the next page, so that it is
 * counted before they go there.
 */
export const POST = write({
  schema: voteInput,
  run: castVote,
  action: "vote",
  repeatable: true,
  seen: async ({ target, targetId, postId }, from) => {
    await sumVotes(db, await now(), true);
    return showing(from ?? `/posts/${postId}`, await lastEventId(db), `${target}-${targetId}`);
  },
  kept: () => "/refused",
});

/** How I voted on a post and its comments: asked for after the page, kept by nobody. */
export async function GET(request: Request): Promise<Response> {
  const post = rowId.safeParse(new URL(request.url).searchParams.get("post"));
  const actor = await signedIn();
  const mine = post.success && isPerson(actor) ? await readMyVotes(db, actor.id, post.data) : { post: 0, comments: {} };
  return Response.json(mine, { headers: { "cache-control": "private, no-store" } });
}
