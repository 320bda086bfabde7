import type { PostKind } from "#db/schema/index.ts";

interface Kind {
  /** What somebody needs beside the right to draft on the stream; null: whoever drafts there may. */
  right: "post.broadcast" | "post.story" | null;
  /** Spoken by an office only, never by a leader: the authoritative word has no person behind it. */
  officesOnly?: true;
  /** It asks questions that a comment names which of them it answers. */
  asks?: true;
  /** Under which name its own fields stand in a form (`poll.mode`) and in what the domain is handed (`input.poll`). */
  fields?: ParticularsName;
}

/** The kinds of post that somebody composes at a desk, in the order in which they are offered. */
export const composed = {
  announcement: { right: null },
  solicitation: { right: null, asks: true },
  poll: { right: null, fields: "poll" },
  session: { right: null, fields: "session" },
  broadcast: { right: "post.broadcast", officesOnly: true },
  incident: { right: "post.broadcast", officesOnly: true },
  exposure: { right: "post.story", officesOnly: true, fields: "story" },
  commendation: { right: "post.story", officesOnly: true, fields: "story" },
} as const satisfies Partial<Record<PostKind, Kind>>;

/** An appeal is none of them: a citizen raises it. */
export type ComposedKind = keyof typeof composed;

export type ParticularsName = "poll" | "session" | "story";

export const composedKinds = Object.keys(composed) as [ComposedKind, ...ComposedKind[]];

/** What is to be known of a kind before somebody composes it; null for one that is not composed at a desk. */
export function kindOf(kind: PostKind): Kind | null {
  return (composed as Partial<Record<PostKind, Kind>>)[kind] ?? null;
}
