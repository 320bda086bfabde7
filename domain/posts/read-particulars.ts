import type { Db } from "#db/client.ts";
import type { PostKind } from "#db/schema/index.ts";
import { readAppeals, type ShownAppeal } from "#domain/appeals/shown.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolls, type ShownPoll } from "#domain/polls/read-polls.ts";
import { readSessionsOf, type ShownSession } from "#domain/sessions/shown.ts";
import { readStories, type ShownStory } from "#domain/stories/shown.ts";

/** What a kind of post has beside the words, one field a kind; null for every other. */
export interface ShownParticulars {
  poll: ShownPoll | null;
  appeal: ShownAppeal | null;
  session: ShownSession | null;
  story: ShownStory | null;
  /** Whether it lasts: null until it is withdrawn. */
  incident: { endedAt: Date | null } | null;
}

/** Reads it for posts that somebody has found already; nothing is asked for a kind that is not among them. For drafts `now` is null. */
export async function readParticulars(
  db: Db,
  rows: readonly { id: number; kind: PostKind; endedAt?: Date | null }[],
  now: Now | null,
): Promise<(postId: number) => ShownParticulars> {
  const idsOf = (...kinds: PostKind[]) => rows.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const [polls, appeals, sessions, stories] = await Promise.all([
    readPolls(db, idsOf("poll")),
    readAppeals(db, idsOf("appeal")),
    readSessionsOf(db, idsOf("session")),
    readStories(db, rows, now),
  ]);
  const incidents = new Map(
    rows.flatMap(({ id, kind, endedAt }) => (kind === "incident" ? [[id, { endedAt: endedAt ?? null }] as const] : [])),
  );
  return (postId) => ({
    poll: polls.find((poll) => poll.postId === postId) ?? null,
    appeal: appeals.find((appeal) => appeal.postId === postId) ?? null,
    session: sessions.find((session) => session.postId === postId) ?? null,
    story: stories.find((story) => story.postId === postId) ?? null,
    incident: incidents.get(postId) ?? null,
  });
}
