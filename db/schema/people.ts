import { sql } from "drizzle-orm";
import { boolean, check, customType, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { leaders, offices, regions } from "./offices.ts";

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

export const personKind = pgEnum("person_kind", ["citizen", "staff"]);

/** Who acts. What is public about a person is here; who they really are is in `identities`. */
export const people = pgTable(
  "people",
  {
    id: id(),
    kind: personKind().notNull(),
    /** In front of every comment and, if the writer chose so, of a letter. Staff: their desk's name (受理岗 01). */
    nickname: text().notNull(),
    /** The platform gave it at the first sign-in: its owner may choose their own, once. */
    nicknameGiven: boolean().notNull().default(false),
    verifiedAt: instant(),
    createdAt: instant().notNull(),
    /** Seeded people without a way to sign in: the scenario's historical accounts. */
    historical: boolean().notNull().default(false),
    demo: boolean().notNull().default(false),
    closedAt: instant(),
  },
  (t) => [uniqueIndex("people_nickname").on(sql`lower(${t.nickname})`)],
);

/** Real identity, kept apart and encrypted (key outside the database). Each reading leaves an event. */
export const identities = pgTable("identities", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  phoneHash: text().unique(),
  phoneSealed: text(),
  nameSealed: text(),
  erasedAt: instant(),
});

export const staffCredentials = pgTable("staff_credentials", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  name: text().notNull().unique(),
  passwordHash: text().notNull(),
  totpSealed: text(),
  /** The last time step used: a code is good once. */
  totpStep: integer(),
  changedAt: instant().notNull(),
});

/** One-time codes and links: hashed, single use, short. */
export const signInCodes = pgTable(
  "sign_in_codes",
  {
    id: id(),
    purpose: text({ enum: ["phone", "first-administrator", "staff-invitation"] }).notNull(),
    /** Keyed hash of the phone, or of the invitation. */
    subjectHash: text().notNull(),
    codeHash: text().notNull(),
    personId: ref().references(() => people.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    tries: integer().notNull().default(0),
  },
  (t) => [index("sign_in_codes_subject").on(t.subjectHash, t.createdAt)],
);

/** A session of the browser. The cookie holds a random id; here stands its hash, and whether it still counts. */
export const signIns = pgTable(
  "sign_ins",
  {
    id: id(),
    sidHash: text().notNull().unique(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    device: text(),
    /** Keyed hash of address and browser: two can be compared, none can be read. Null where it would tell nothing. */
    placeHash: text(),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index("sign_ins_person").on(t.personId)],
);

export const roleName = pgEnum("role_name", [
  "leader",
  "operator",
  "handler",
  "triage",
  "moderator",
  "supervisor",
  "editor",
  "administrator",
]);
export type RoleName = (typeof roleName.enumValues)[number];

/** Who holds what, from–to. Exactly one scope: a position for leaders, an office for its people, a region for the rest. */
export const roles = pgTable(
  "roles",
  {
    id: id(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    role: roleName().notNull(),
    leaderId: ref().references(() => leaders.id),
    officeId: ref().references(() => offices.id),
    regionId: ref().references(() => regions.id),
    grantedAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    index("roles_person").on(t.personId).where(sql`${t.revokedAt} is null`),
    check(
      "roles_scope",
      sql`(${t.role} = 'leader') = (${t.leaderId} is not null)
        and (${t.role} in ('operator', 'handler', 'supervisor')) = (${t.officeId} is not null)
        and (${t.role} in ('triage', 'moderator', 'editor', 'administrator')) = (${t.regionId} is not null)`,
    ),
    uniqueIndex("roles_once")
      .on(
        t.personId,
        t.role,
        sql`coalesce(${t.leaderId}, 0)`,
        sql`coalesce(${t.officeId}, 0)`,
        sql`coalesce(${t.regionId}, 0)`,
      )
      .where(sql`${t.revokedAt} is null`),
  ],
);
