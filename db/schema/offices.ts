import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, index, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";

export const regionLevel = pgEnum("region_level", ["city", "county", "township"]);

export const regions = pgTable(
  "regions",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    nameEn: text(),
    level: regionLevel().notNull(),
    parentId: ref(),
    /** From the root down to this region itself: "covers the regions below" is one array test. */
    lineage: bigint({ mode: "number" }).array().notNull(),
  },
  (t) => [index("regions_lineage").using("gin", t.lineage)],
);

export const offices = pgTable(
  "offices",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    nameEn: text(),
    /** Without the place, for narrow columns: 市交通运输局. */
    shortName: text().notNull(),
    regionId: ref()
      .notNull()
      .references(() => regions.id),
    /** The superior office: decides reviews. */
    parentId: ref(),
    supervises: boolean().notNull().default(false),
    triages: boolean().notNull().default(false),
    createdAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    index("offices_region").on(t.regionId),
    check("offices_not_own_parent", sql`${t.parentId} is distinct from ${t.id}`),
  ],
);

/** A leader is a position, not a person: stream and letters belong to it; people hold it from–to (see roles). */
export const leaders = pgTable("leaders", {
  id: id(),
  handle: text().notNull().unique(),
  title: text().notNull(),
  titleEn: text(),
  portfolio: text(),
  officeId: ref()
    .notNull()
    .references(() => offices.id),
  openedOn: date({ mode: "string" }).notNull(),
  /** The public record does not say the exact day. */
  openedApprox: boolean().notNull().default(false),
  closedAt: instant(),
});

export const mailboxes = pgTable(
  "mailboxes",
  {
    id: id(),
    slug: text().notNull().unique(),
    /** A leader's mailbox names its leader; its office keeps it either way. */
    leaderId: ref().references(() => leaders.id),
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    /** What this mailbox does not take, in words. */
    declines: text(),
    createdAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    index("mailboxes_office").on(t.officeId),
    uniqueIndex("mailboxes_one_per_leader").on(t.leaderId).where(sql`${t.closedAt} is null`),
  ],
);
