import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgEnum, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { grade, letters, solved } from "./letters.ts";
import { offices } from "./offices.ts";

const letter = () =>
  ref()
    .notNull()
    .references(() => letters.id);
const event = () => ref().references(() => events.id);

/** Whoever has the link of an answer's short message judges that round once, without signing in. */
export const ratingLinks = pgTable(
  "rating_links",
  {
    tokenHash: text().primaryKey(),
    letterId: letter(),
    round: smallint().notNull(),
    createdAt: instant().notNull(),
    /** The end of the judging time and of the time after it in which a silent writer may still rate. */
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index("rating_links_letter").on(t.letterId, t.round), index("rating_links_expiry").on(t.expiresAt)],
);

/** From where an answer was sent, as keyed hashes: no rating of it is taken from there. */
export const answeringDevices = pgTable(
  "answering_devices",
  {
    id: id(),
    letterId: letter(),
    round: smallint().notNull(),
    signInHash: text(),
    /** Of address and browser; null on the machine itself, where everybody has the same. */
    placeHash: text(),
    at: instant().notNull(),
  },
  (t) => [index("answering_devices_letter").on(t.letterId, t.round)],
);

/** Which answered letters of a month are called back about: anybody can draw them again from the seed. */
export const callBackDraws = pgTable("call_back_draws", {
  id: id(),
  /** 2026-10 */
  month: text().notNull().unique(),
  /** What the seed is the SHA-256 of: the month, and the record's length when it ended. */
  source: text().notNull(),
  position: bigint({ mode: "number" }).notNull(),
  seed: text().notNull(),
  answered: integer().notNull(),
  drawn: integer().notNull(),
  at: instant().notNull(),
  eventId: event(),
});

export const callBackState = pgEnum("call_back_state", ["waiting", "reached", "declined", "unreached"]);
export type CallBackState = (typeof callBackState.enumValues)[number];

/** 回访: what a writer said on the telephone, apart from what they said themselves. */
export const callBacks = pgTable(
  "call_backs",
  {
    id: id(),
    drawId: ref()
      .notNull()
      .references(() => callBackDraws.id),
    letterId: letter().unique(),
    /** In the order of the draw. */
    place: integer().notNull(),
    state: callBackState().notNull().default("waiting"),
    tries: smallint().notNull().default(0),
    solved: solved(),
    attitude: grade(),
    speed: grade(),
    /** The supervising office that called. */
    officeId: ref().references(() => offices.id),
    eventId: event(),
    at: instant(),
  },
  (t) => [
    uniqueIndex("call_backs_place").on(t.drawId, t.place),
    index("call_backs_waiting").on(t.drawId, t.place).where(sql`${t.state} = 'waiting'`),
    check(
      "call_backs_reached_have_a_verdict",
      sql`(${t.state} = 'reached') = (num_nonnulls(${t.solved}, ${t.attitude}, ${t.speed}) = 3)`,
    ),
  ],
);
