import { sql } from "drizzle-orm";
import { boolean, check, index, pgEnum, pgTable, smallint, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { letters } from "./letters.ts";
import { leaders, offices } from "./offices.ts";

/** The ladder: 提醒 → 催办 → 督办单 → 约谈 → 通报 → 挂牌. The timetable climbs the first three, people the last three. */
export const orderLevel = pgEnum("order_level", ["remind", "urge", "order", "talk", "bulletin", "list"]);
export type OrderLevel = (typeof orderLevel.enumValues)[number];

/** 电话 · 批示 · 实地 · 简报/通报. */
export const orderChannel = pgEnum("order_channel", ["phone", "note", "onsite", "bulletin"]);
export type OrderChannel = (typeof orderChannel.enumValues)[number];

export const orderState = pgEnum("order_state", ["issued", "responded", "lifted", "escalated"]);
export type OrderState = (typeof orderState.enumValues)[number];

/** A supervising office asks the lead office about a letter; it is answered, then lifted or escalated. */
export const orders = pgTable(
  "orders",
  {
    id: id(),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    /** Who supervises, and who has to answer. */
    byOfficeId: ref()
      .notNull()
      .references(() => offices.id),
    toOfficeId: ref()
      .notNull()
      .references(() => offices.id),
    level: orderLevel().notNull(),
    /** Null: the timetable uses no telephone. */
    channel: orderChannel(),
    /** Issued by the timetable. */
    automatic: boolean().notNull().default(false),
    state: orderState().notNull().default("issued"),
    issuedAt: instant().notNull(),
    issuedEventId: ref().references(() => events.id),
    respondedAt: instant(),
    respondedEventId: ref().references(() => events.id),
    endedAt: instant(),
    endedEventId: ref().references(() => events.id),
    /** The clock or round that called for it: the timetable never issues the same twice. */
    clockId: ref(),
  },
  (t) => [
    index("orders_letter").on(t.letterId, t.id),
    index("orders_to").on(t.toOfficeId, t.state, t.id),
    index("orders_by").on(t.byOfficeId, t.state, t.id),
    uniqueIndex("orders_once_automatic").on(t.clockId, t.level).where(sql`${t.automatic} and ${t.clockId} is not null`),
    check("orders_by_people_have_a_channel", sql`${t.automatic} or ${t.channel} is not null`),
    check("orders_not_to_oneself", sql`${t.byOfficeId} <> ${t.toOfficeId}`),
  ],
);

/** 带案: a leader took the case as their own, with a fixed rhythm of looking into it (一周一督查). */
export const ledCases = pgTable(
  "led_cases",
  {
    id: id(),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    leaderId: ref()
      .notNull()
      .references(() => leaders.id),
    everyDays: smallint().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant(),
  },
  (t) => [
    index("led_cases_leader").on(t.leaderId).where(sql`${t.untilAt} is null`),
    uniqueIndex("led_cases_one").on(t.letterId).where(sql`${t.untilAt} is null`),
    check("led_cases_rhythm", sql`${t.everyDays} between 1 and 60`),
  ],
);
