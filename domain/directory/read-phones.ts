import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { officePhones, offices } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { phoneFields } from "./phone.ts";
import { readCallsToday, type ShownPhone, shownPhone } from "./shown-phone.ts";

/** An office's telephones for its own page and its leaders'. */
export async function readPhonesOf(db: Db, office: string, now: Now): Promise<ShownPhone[]> {
  const rows = await db
    .select(phoneFields)
    .from(officePhones)
    .innerJoin(offices, eq(offices.id, officePhones.officeId))
    .where(and(eq(offices.slug, office), isNull(officePhones.removedAt)))
    .orderBy(asc(officePhones.id));
  const calls = await readCallsToday(
    db,
    rows.map(({ id }) => id),
    now,
  );
  return rows.map((row) => shownPhone(row, calls, now));
}

/** The first telephone of each office that has one, by the office's slug: said where a letter is assigned to it. */
export async function readFirstPhones(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinctOn([offices.id], { slug: offices.slug, label: officePhones.label, number: officePhones.number })
    .from(officePhones)
    .innerJoin(offices, eq(offices.id, officePhones.officeId))
    .where(isNull(officePhones.removedAt))
    .orderBy(offices.id, asc(officePhones.id));
  return new Map(rows.map(({ slug, label, number }) => [slug, `${label} ${number}`]));
}

/** Every number that stands in the directory. */
export async function readPublishedNumbers(db: Db): Promise<string[]> {
  const rows = await db
    .select({ number: officePhones.number })
    .from(officePhones)
    .where(isNull(officePhones.removedAt));
  return rows.map(({ number }) => number);
}

export interface KeptPhones {
  slug: string;
  name: string;
  nameEn: string | null;
  phones: ShownPhone[];
}

/** The offices whose telephones this person keeps, with those that are entered. */
export async function readKeptPhones(db: Db, actor: Actor, now: Now): Promise<KeptPhones[]> {
  const ids = isPerson(actor) ? actor.grants.flatMap(({ officeId }) => officeId ?? []) : [];
  const mine = [...new Set(ids)].filter((id) => can(actor, "phone.keep", { id }));
  if (mine.length === 0) return [];
  const rows = await db
    .select({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(offices)
    .where(and(inArray(offices.id, mine), isNull(offices.closedAt)))
    .orderBy(asc(offices.id));
  return Promise.all(rows.map(async (office) => ({ ...office, phones: await readPhonesOf(db, office.slug, now) })));
}
