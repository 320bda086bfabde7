import { StrikeForm } from "#components/desk/moderation/strike-form.tsx";
import { StrikeList } from "#components/desk/moderation/strike-list.tsx";
import { SuspicionTable } from "#components/desk/moderation/suspicion-table.tsx";
import { db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { listSuspicions } from "#domain/suspicions/read-suspicions.ts";
import { listStrikes, previewStrike } from "#domain/votes/invalidate.ts";
import { decide, strike, unstrike } from "./actions.ts";

interface VotingProps {
  actor: Actor;
  post: { id: number; lineage: number[] };
  /** Whose votes are about to be struck. */
  chosen: number[] | null;
}

/** Who votes as one with the evidence, what striking would change, and what was struck before. */
export async function Voting({ actor, post, chosen }: VotingProps) {
  const [suspicions, strikes, preview] = await Promise.all([
    listSuspicions(db, actor, post.id, post.lineage),
    listStrikes(db, actor, post.id, post.lineage),
    chosen?.length ? previewStrike(db, actor, { postId: post.id, personIds: chosen }) : null,
  ]);
  return (
    <>
      {preview && chosen && <StrikeForm postId={post.id} personIds={chosen} preview={preview} action={strike} />}
      <SuspicionTable postId={post.id} suspicions={suspicions} decide={decide} />
      <StrikeList strikes={strikes} undo={(number) => unstrike.bind(null, post.id, number)} />
    </>
  );
}
