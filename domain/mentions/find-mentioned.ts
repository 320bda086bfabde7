import { and, eq, isNull, notExists, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mentionsDeclined, offices, people } from "#db/schema/index.ts";
import { beginningsOf, markedIn } from "./marked.ts";

/** Somebody who is named in a text, as they are named there; one of the three ids is theirs. */
export interface Mentioned {
  name: string;
  leaderId: number | null;
  officeId: number | null;
  personId: number | null;
}

/**
 * Who is named with an @: a position, an office by its name or short name, a citizen by nickname; the longest name that
 * fits. A name that several have, or nobody, names nobody.
 */
export async function findMentioned(db: Db, text: string): Promise<Mentioned[]> {
  const runs = markedIn(text).map(beginningsOf);
  if (runs.length === 0) return [];
  const known = await readNames(db, [...new Set(runs.flat())]);
  const found = runs.flatMap((names) => {
    const name = names.find((one) => known.has(folded(one)));
    return name === undefined ? [] : [{ name, ...known.get(folded(name))! }];
  });
  return [...new Map(found.map((one) => [one.name, one])).values()];
}

const folded = (name: string) => name.toLowerCase();

type Whom = Omit<Mentioned, "name">;

async function readNames(db: Db, names: string[]): Promise<Map<string, Whom>> {
  const any = sql`any(${sql.param(names.map(folded))}::text[])`;
  const one = (column: unknown) => sql`lower(${column}) = ${any}`;
  const [positions, acting, citizens] = await Promise.all([
    db
      .select({ id: leaders.id, name: leaders.title })
      .from(leaders)
      .where(and(one(leaders.title), isNull(leaders.closedAt))),
    db
      .select({ id: offices.id, name: offices.name, shortName: offices.shortName })
      .from(offices)
      .where(and(or(one(offices.name), one(offices.shortName)), isNull(offices.closedAt))),
    db
      .select({ id: people.id, name: people.nickname })
      .from(people)
      .where(
        and(
          one(people.nickname),
          eq(people.kind, "citizen"),
          // The accounts of old papers are nobody's any more; that of the demonstration can be entered.
          or(eq(people.historical, false), eq(people.demo, true)),
          isNull(people.closedAt),
          notExists(db.select().from(mentionsDeclined).where(eq(mentionsDeclined.personId, people.id))),
        ),
      ),
  ]);
  const nobody = { leaderId: null, officeId: null, personId: null };
  return unambiguous([
    ...positions.map(({ id, name }): [string, Whom] => [folded(name), { ...nobody, leaderId: id }]),
    ...acting.flatMap(({ id, name, shortName }) =>
      [...new Set([name, shortName])].map((called): [string, Whom] => [folded(called), { ...nobody, officeId: id }]),
    ),
    ...citizens.map(({ id, name }): [string, Whom] => [folded(name), { ...nobody, personId: id }]),
  ]);
}

function unambiguous(named: [string, Whom][]): Map<string, Whom> {
  const times = Map.groupBy(named, ([name]) => name);
  return new Map(named.filter(([name]) => times.get(name)!.length === 1));
}
