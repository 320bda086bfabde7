import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, leaders } from "#db/schema/index.ts";
import type { Actor, Person } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { findLetter } from "./letter.ts";

/** 批阅轨迹: what one leader has done with a letter so far. */
export interface LeaderReading {
  leader: { handle: string; title: string; titleEn: string | null };
  /** Is it the position of whoever asks? */
  own: boolean;
  /** When the original was opened for the first and the last time; null when only something was said. */
  opened: { first: Date; last: Date; days: number } | null;
  acknowledgedAt: Date | null;
  instructions: number;
}

const at = (what: string) => sql`filter (where ${events.what} = ${what})`;

/** Which leaders have read a letter, said so or said more: for those who handle or oversee it. Citizens' looks are kept nowhere. */
export async function readLeadersTrail(db: Db, actor: Actor, letterId: number): Promise<LeaderReading[]> {
  const letter = await findLetter(db, letterId);
  if (!letter || !can(actor, "letter.read-internal", letter)) return [];
  const rows = await db
    .select({
      leaderId: leaders.id,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      first: sql<Date | null>`min(${events.at}) ${at("letter.opened")}`.mapWith(events.at),
      last: sql<Date | null>`max(${events.at}) ${at("letter.opened")}`.mapWith(events.at),
      days: sql<number>`count(*) ${at("letter.opened")}`.mapWith(Number),
      acknowledgedAt: sql<Date | null>`max(${events.at}) ${at("letter.acknowledge")}`.mapWith(events.at),
      instructions: sql<number>`count(*) ${at("letter.instruct")}`.mapWith(Number),
    })
    .from(events)
    .innerJoin(leaders, eq(leaders.id, events.leaderId))
    .where(and(eq(events.subject, `letter:${letterId}`), inArray(events.what, trail)))
    .groupBy(leaders.id)
    .orderBy(asc(sql`min(${events.id})`));
  return rows.map(({ leaderId, first, last, days, ...row }) => ({
    ...row,
    own: positionsOf(actor).includes(leaderId),
    opened: first && last ? { first, last, days } : null,
  }));
}

const trail = ["letter.opened", "letter.acknowledge", "letter.instruct"];

const positionsOf = (actor: Actor) =>
  actor.kind === "person" ? actor.grants.flatMap(({ leaderId }) => leaderId ?? []) : [];

/** 您已看过: when this leader last opened each of these letters, which they may read. */
export async function readOwnReadings(db: Db, leader: Person, letterIds: number[]): Promise<Map<number, Date>> {
  const positions = positionsOf(leader);
  if (letterIds.length === 0 || positions.length === 0) return new Map();
  const rows = await db
    .select({ subject: events.subject, last: sql<Date>`max(${events.at})`.mapWith(events.at) })
    .from(events)
    .where(
      and(
        inArray(
          events.subject,
          letterIds.map((id) => `letter:${id}`),
        ),
        eq(events.what, "letter.opened"),
        inArray(events.leaderId, positions),
      ),
    )
    .groupBy(events.subject);
  return new Map(rows.map(({ subject, last }) => [Number(subject.replace("letter:", "")), last]));
}
