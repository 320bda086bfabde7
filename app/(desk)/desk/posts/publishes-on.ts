import type { OwnStream } from "#domain/posts/own-streams.ts";
import type { Draft } from "#domain/posts/read-drafts.ts";

/** Whether this person lets a draft go out, or only writes it. */
export function publishesOn(streams: readonly OwnStream[], draft: Pick<Draft, "leader" | "office">): boolean {
  const own = streams.find(({ leader, office }) =>
    draft.leader ? leader?.id === draft.leader.id : leader === null && office.id === draft.office.id,
  );
  return own?.publishes ?? false;
}
