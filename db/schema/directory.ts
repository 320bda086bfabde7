import { sql } from "drizzle-orm";
import { boolean, date, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { letters } from "./letters.ts";
import { offices } from "./offices.ts";
import { people } from "./people.ts";

/** 办公电话: an office's telephone for everybody, entered by its operators. One that was taken off keeps its reports. */
export const officePhones = pgTable(
  "office_phones",
  {
    id: id(),
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    /** What it is for: 办公室, 值班电话. */
    label: text().notNull(),
    /** As it is read and dialled: 0762-000-1001. */
    number: text().notNull(),
    /** When somebody answers. Shape: domain/directory/hours.ts. */
    hours: jsonb().$type<unknown>().notNull(),
    note: text(),
    addedAt: instant().notNull(),
    removedAt: instant(),
    demo: boolean().notNull().default(false),
  },
  (t) => [
    index("office_phones_office").on(t.officeId, t.id).where(sql`${t.removedAt} is null`),
    uniqueIndex("office_phones_once").on(t.officeId, t.number).where(sql`${t.removedAt} is null`),
  ],
);

/** 没人接: who called in vain on which day, and the letter that it became or joined. */
export const unansweredCalls = pgTable(
  "unanswered_calls",
  {
    id: id(),
    phoneId: ref()
      .notNull()
      .references(() => officePhones.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    on: date({ mode: "string" }).notNull(),
    at: instant().notNull(),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
  },
  (t) => [
    uniqueIndex("unanswered_calls_once_a_day").on(t.phoneId, t.on, t.personId),
    index("unanswered_calls_letter").on(t.letterId),
  ],
);
