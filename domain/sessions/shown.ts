import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, owedQuestions, posts, sessionHosts, sessions } from "#db/schema/index.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import { graceMinutes } from "./input.ts";
import { type SessionState, stateOf } from "./session-state.ts";

/** A live session as everybody sees it, wherever its post is shown. */
export interface ShownSession {
  postId: number;
  title: string;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  hosts: Speaker[];
  /** The question that the hosts have taken up. */
  answeringId: number | null;
  /** How it ended: how many had asked, how many were answered and how many owed a letter, from so many votes. */
  result: { asked: number; answered: number; owed: number; debtFrom: number } | null;
  /** When the timetable next begins or ends it. */
  changesAt: Date | null;
}

/** The sessions among these posts, drafts of them included: whoever may not read the post never gets here. */
export async function readSessionsOf(db: Db, postIds: readonly number[]): Promise<ShownSession[]> {
  if (postIds.length === 0) return [];
  const [rows, hosts] = await Promise.all([
    db
      .select({
        session: sessions,
        endedAt: posts.endedAt,
        owed: db.$count(owedQuestions, eq(owedQuestions.postId, sessions.postId)),
      })
      .from(sessions)
      .innerJoin(posts, eq(posts.id, sessions.postId))
      .where(inArray(sessions.postId, [...postIds])),
    db
      .select({
        postId: sessionHosts.postId,
        leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
        office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      })
      .from(sessionHosts)
      .innerJoin(offices, eq(offices.id, sessionHosts.officeId))
      .leftJoin(leaders, eq(leaders.id, sessionHosts.leaderId))
      .where(inArray(sessionHosts.postId, [...postIds]))
      .orderBy(asc(sessionHosts.postId), asc(sessionHosts.sort)),
  ]);
  return rows.map((row) => shownOf(row, hosts));
}

type Host = Pick<Speaker, "leader" | "office"> & { postId: number };

interface Row {
  session: typeof sessions.$inferSelect;
  endedAt: Date | null;
  owed: number;
}

function shownOf({ session, endedAt, owed }: Row, hosts: Host[]): ShownSession {
  const { postId, title, startsAt, endsAt, startedAt, answeringId, asked, answered, debtFrom } = session;
  const state = stateOf({ startedAt, endedAt });
  return {
    postId,
    title,
    state,
    startsAt,
    endsAt,
    startedAt,
    endedAt,
    hosts: hosts
      .filter((host) => host.postId === postId)
      .map(({ leader, office }) => ({ leader, office, nickname: null, voice: null })),
    answeringId,
    result: debtFrom === null ? null : { asked: asked!, answered: answered!, owed, debtFrom },
    changesAt: changesAt(state, startsAt, endsAt),
  };
}

function changesAt(state: SessionState, startsAt: Date, endsAt: Date): Date | null {
  if (state === "over") return null;
  return state === "coming" ? startsAt : new Date(endsAt.getTime() + graceMinutes * 60_000);
}
