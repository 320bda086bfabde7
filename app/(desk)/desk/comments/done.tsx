import { UndoNotice } from "#components/desk/comments/undo-notice.tsx";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { undoMinutes } from "#domain/moderation/undo.ts";
import { undo } from "./actions.ts";
import { findModerated } from "./find-moderated.ts";

interface DoneProps {
  actor: Actor;
  commentId: number;
  now: Now;
  back: string;
}

/** What was just done to a comment, as its own record says it. */
export async function Done({ actor, commentId, now, back }: DoneProps) {
  const { hiddenAt, reviewedAt } = await findModerated(actor, commentId, now);
  const at = hiddenAt ?? reviewedAt;
  if (!at) return null;
  const until = new Date(at.getTime() + undoMinutes * 60_000);
  return (
    <UndoNotice
      action={undo.bind(null, back)}
      subject={`comment:${commentId}`}
      did={hiddenAt ? "hide" : "leave"}
      at={at}
      until={until > now.at ? until : null}
    />
  );
}
