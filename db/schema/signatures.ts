import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";
import { letters } from "./letters.ts";
import { people } from "./people.ts";

/** 附议: verified citizens who stand beside a letter's writer. Appended, and summed in batches into `letters.cosigners`. */
export const signatures = pgTable(
  "signatures",
  {
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    personId: ref()
      .notNull()
      .references(() => people.id),
    nameHidden: boolean().notNull(),
    /** One of at most five who speak for the letter with the office. */
    contact: boolean().notNull().default(false),
    signedAt: instant().notNull(),
    counted: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.letterId, t.personId] }),
    index("signatures_person").on(t.personId, t.letterId),
    index("signatures_shown").on(t.letterId, t.signedAt, t.personId).where(sql`not ${t.nameHidden}`),
    index("signatures_uncounted").on(t.letterId).where(sql`not ${t.counted}`),
    index("signatures_contacts").on(t.letterId).where(sql`${t.contact}`),
  ],
);
