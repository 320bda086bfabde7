import type { PostKind } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import { Refusal } from "#domain/refusal.ts";
import { type ComposedKind, composedKinds, kindOf } from "./kinds.ts";
import type { PostStream } from "./stream.ts";

/** Refuses a kind that is not composed on this stream or not by this person; whether they write there at all is asked before. */
export function authorizeKind(actor: Actor, kind: PostKind, stream: PostStream): void {
  const known = kindOf(kind);
  if (!known) throw new Refusal("forbidden");
  if (known.officesOnly && stream.leaderId !== null) throw new Refusal("posts.officesOnly", { kind });
  if (known.right) authorize(actor, known.right, stream);
}

/** The kinds that somebody who writes on a stream may compose there. */
export function kindsOn(actor: Actor, stream: PostStream): ComposedKind[] {
  return composedKinds.filter((kind) => {
    const { officesOnly, right } = kindOf(kind)!;
    return !(officesOnly && stream.leaderId !== null) && (right === null || can(actor, right, stream));
  });
}
