import type { z } from "zod";
import type { PostKind } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { checkPoll, keepPoll } from "#domain/polls/keep.ts";
import { checkSession, keepSession } from "#domain/sessions/keep.ts";
import { checkStory, keepStory, lettersTold, oweResponses } from "#domain/stories/keep.ts";
import type { particularsInput } from "./input.ts";
import type { Post } from "./post.ts";

export type Given = z.output<typeof particularsInput>;

interface Particulars {
  /** Writes the kind's own rows with the words of a draft, in their transaction, each time these are written. */
  keep(tx: Tx, actor: Actor, post: Post, given: Given, now: Now): Promise<void>;
  /** Refuses what is not whole before somebody offers, schedules or publishes it; `at` is when it would go out. */
  check?(tx: Tx, post: Post, at: Date): Promise<void>;
  /** What begins with its publication. It refuses nothing, since the timetable publishes too. */
  open?(tx: Tx, post: Post, now: Now): Promise<void>;
  /** What becomes stale with its publication beside its own pages: those that lead to it from then on. */
  touches?(tx: Tx, post: Post): Promise<string[]>;
}

const story: Particulars = {
  keep: (tx, _, { id }, { story }) => keepStory(tx, id, story),
  check: (tx, { id }) => checkStory(tx, id),
  touches: (tx, { id }) => lettersTold(tx, id),
};

/** What a kind of post has beside its words is kept, looked at and begun by the folder of its own noun. */
export const particularsOf: { readonly [kind in PostKind]?: Particulars } = {
  poll: {
    keep: (tx, _, { id }, { poll }) => keepPoll(tx, id, poll),
    check: (tx, { id }, at) => checkPoll(tx, id, at),
  },
  session: {
    keep: (tx, actor, { id }, { session }) => keepSession(tx, actor, id, session),
    check: (tx, { id }, at) => checkSession(tx, id, at),
  },
  exposure: { ...story, open: (tx, { id }, now) => oweResponses(tx, id, now) },
  commendation: story,
};
