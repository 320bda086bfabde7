import type { Db } from "#db/client.ts";
import { people, type RoleName, roles } from "#db/schema/index.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import { instant } from "#test/on.ts";
import { fresh, makeOffice, makeRegion } from "./offices.ts";

const longAgo = instant("2009-01-01");

export interface Held {
  role: RoleName;
  leaderId?: number;
  officeId?: number;
  regionId?: number;
}

/** Whoever acts, with the roles they hold: staff if there is one, else a verified citizen. */
export async function makePerson(
  db: Db,
  held: Held[] = [],
  given: Partial<typeof people.$inferInsert> = {},
): Promise<Person> {
  const kind = held.length > 0 ? ("staff" as const) : ("citizen" as const);
  const [row] = await db
    .insert(people)
    .values({ kind, nickname: fresh("person"), verifiedAt: longAgo, createdAt: longAgo, ...given })
    .returning();
  if (held.length > 0) {
    await db.insert(roles).values(held.map((role) => ({ ...role, personId: row!.id, grantedAt: longAgo })));
  }
  return (await readPerson(db, row!.id))!;
}

export const makeCitizen = (db: Db) => makePerson(db);

/** A worker of this office on letters; of some other office when none is given. */
export async function makeHandler(db: Db, officeId?: number | null): Promise<Person> {
  return makePerson(db, [{ role: "handler", officeId: officeId ?? (await makeOffice(db)).id }]);
}

export async function makeOperator(db: Db, officeId?: number | null): Promise<Person> {
  return makePerson(db, [{ role: "operator", officeId: officeId ?? (await makeOffice(db)).id }]);
}

export async function makeTriage(db: Db, regionId?: number): Promise<Person> {
  return makePerson(db, [{ role: "triage", regionId: regionId ?? (await makeRegion(db)).id }]);
}

export async function makeHolder(db: Db, leaderId: number): Promise<Person> {
  return makePerson(db, [{ role: "leader", leaderId }]);
}
