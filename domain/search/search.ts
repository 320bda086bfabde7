import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices, regions, searchDocuments } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { endOf, parseCivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { lengthOf } from "#domain/plain-text.ts";
import { findNames, type Name } from "./find-names.ts";
import { type Sought, soughtIn } from "./grams.ts";
import { mostTyped, type SearchInput, searchKinds } from "./input.ts";
import { type Hit, readHits } from "./read-hits.ts";

export interface Found {
  /** Null: what was typed is nothing one can look for. */
  sought: Sought | null;
  hits: Hit[];
  /** Offices and leaders of that name, on the first page. */
  names: Name[];
  /** For `after` of the next page; null on the last. */
  next: string | null;
}

const pageLength = 20;

export interface Place {
  kind: (typeof searchKinds)[number];
  ofId: number;
}

/** Whatever is public and has every word in it as it was typed, the newest first. */
export async function search(db: Db, input: SearchInput, now: Now): Promise<Found> {
  const sought = input.q && lengthOf(input.q) <= mostTyped ? soughtIn(input.q) : null;
  if (!sought) return { sought, hits: [], names: [], next: null };
  const places = await findPlaces(db, sought, input, pageLength + 1);
  const page = places.slice(0, pageLength);
  const last = places.length > pageLength ? page.at(-1)! : null;
  const [hits, names] = await Promise.all([
    readHits(db, page, sought, now),
    input.after ? [] : findNames(db, input.q ?? "", 6),
  ]);
  return { sought, hits, names, next: last && `${last.kind}-${last.ofId}` };
}

/**
 * Where the words stand. The planner must see the words themselves: a rare one is found through its grams, of one that
 * stands everywhere the newest are read until there are enough. A plan made for any word would be wrong for most.
 */
export async function findPlaces(db: Db, sought: Sought, input: SearchInput, limit: number): Promise<Place[]> {
  return transact(db, async (tx) => {
    await tx.execute(sql`set local plan_cache_mode = force_custom_plan`);
    const { at, kind, ofId } = searchDocuments;
    return tx
      .select({ kind: sql<Place["kind"]>`${kind}`, ofId })
      .from(searchDocuments)
      .where(and(standsIn(sought), ...narrowed(input)))
      .orderBy(desc(at), desc(kind), desc(ofId))
      .limit(limit);
  });
}

/** The grams find it; where a word is more than one gram the text itself decides. */
export function standsIn({ words, grams }: Sought): SQL {
  const query = grams.map((gram) => `'${gram}'`).join(" & ");
  const whole = words.filter((word) => !grams.includes(word));
  return and(
    sql`${searchDocuments.grams} @@ ${query}::tsquery`,
    ...whole.map((word) => sql`strpos(${searchDocuments.text}, ${word}) > 0`),
  )!;
}

function narrowed({ kind, office, region, year, after }: SearchInput): (SQL | undefined)[] {
  const { at, kind: kinds, officeId, regionId } = searchDocuments;
  return [
    kind ? eq(kinds, kind) : inArray(kinds, [...searchKinds]),
    office ? sql`${officeId} = (select o.id from ${offices} o where o.slug = ${office})` : undefined,
    region
      ? sql`${regionId} in (select r.id from ${regions} r
          where (select named.id from ${regions} named where named.slug = ${region}) = any(r.lineage))`
      : undefined,
    year
      ? sql`${at} >= ${startOf(parseCivilDate(`${year}-01-01`)).toISOString()}::timestamptz
          and ${at} < ${endOf(parseCivilDate(`${year}-12-31`)).toISOString()}::timestamptz`
      : undefined,
    after ? olderThan(after) : undefined,
  ];
}

function olderThan(after: string): SQL {
  const [kind, id] = after.split("-");
  const { at, kind: kinds, ofId } = searchDocuments;
  return sql`(${at}, ${kinds}, ${ofId}) < (select d.at, d.kind, d.of_id from ${searchDocuments} d
    where d.kind = ${kind}::search_kind and d.of_id = ${Number(id)})`;
}
