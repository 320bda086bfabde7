import type { Actor } from "./actor.ts";
import { type Stream, toPosts } from "./to-posts.ts";

/** Who leads a live session, beside the timetable: whoever writes for its stream or for one of its hosts. */
export const toSessions = {
  "session.lead": (actor: Actor, { stream, hosts }: { stream: Stream; hosts: readonly Stream[] }) =>
    actor.kind === "clock" || [stream, ...hosts].some((one) => toPosts["post.draft"](actor, one)),
};
