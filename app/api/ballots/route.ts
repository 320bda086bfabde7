import { write } from "#app/_edge/write.ts";
import { castBallot } from "#domain/polls/cast.ts";
import { ballotInput } from "#domain/polls/input.ts";

const own = (postId: string | number | undefined) => `/posts/${encodeURIComponent(postId ?? "")}/ballot`;

/** A ballot in a poll. Whether it was taken is said on a page of one's own; what it said is kept nowhere on the way. */
export const POST = write({
  schema: ballotInput,
  run: castBallot,
  action: "ballot",
  secret: true,
  seen: ({ postId }) => `${own(postId)}?done=1`,
  kept: ({ postId }) => own(postId),
});
