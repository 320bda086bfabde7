import { sql } from "drizzle-orm";
import { date, index, integer, pgEnum, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { clocks } from "./clocks.ts";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { letters } from "./letters.ts";
import { offices } from "./offices.ts";

const office = () =>
  ref()
    .notNull()
    .references(() => offices.id);

/** What a light or card turned to; endedLate: what was due was done after its date. */
export const lightLevel = pgEnum("light_level", ["amber", "red", "yellowCard", "redCard", "endedLate"]);
export type LightLevel = (typeof lightLevel.enumValues)[number];

/**
 * Each turn of a light, once. One process at a time writes here, in order: the id is the position in the feed, and says
 * nothing private, since accusations are not in it.
 */
export const lightChanges = pgTable(
  "light_changes",
  {
    id: id(),
    clockId: ref()
      .notNull()
      .references(() => clocks.id),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    officeId: office(),
    level: lightLevel().notNull(),
    /** When it turned, which the timetable may have noticed later. */
    at: instant().notNull(),
    eventId: ref()
      .notNull()
      .references(() => events.id),
  },
  (t) => [uniqueIndex("light_changes_once").on(t.clockId, t.level), index("light_changes_letter").on(t.letterId)],
);

export const deliveryState = pgEnum("delivery_state", ["waiting", "sent", "failed"]);
export type DeliveryState = (typeof deliveryState.enumValues)[number];

/** A change on its way to the inspection system: tried until it arrives or has failed too often. */
export const lightDeliveries = pgTable(
  "light_deliveries",
  {
    changeId: ref()
      .primaryKey()
      .references(() => lightChanges.id),
    state: deliveryState().notNull().default("waiting"),
    tries: smallint().notNull().default(0),
    nextTryAt: instant(),
    sentAt: instant(),
    problem: text(),
  },
  (t) => [
    index("light_deliveries_due").on(t.nextTryAt, t.changeId).where(sql`${t.state} = 'waiting'`),
    index("light_deliveries_state").on(t.state, t.changeId),
  ],
);

const lampCount = () => integer().notNull().default(0);

/** How an office's lights stood when a day began: the history of the lights board. */
export const lightDays = pgTable(
  "light_days",
  {
    day: date({ mode: "string" }).notNull(),
    officeId: office(),
    green: lampCount(),
    amber: lampCount(),
    red: lampCount(),
    paused: lampCount(),
    provisional: lampCount(),
    yellowCards: lampCount(),
    redCards: lampCount(),
  },
  (t) => [primaryKey({ columns: [t.day, t.officeId] })],
);

/** How often an office had a letter handed on, after how long: counted by the timetable, so that no page has to. */
export const officeHandovers = pgTable("office_handovers", {
  officeId: office().primaryKey(),
  /** Times it stopped being the lead of a letter that was not answered. */
  hops: integer().notNull(),
  /** Calendar days it had kept them, in all. */
  heldDays: integer().notNull(),
  objections: integer().notNull(),
  upheld: integer().notNull(),
  countedAt: instant().notNull(),
});
