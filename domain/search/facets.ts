import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices, regions, searchDocuments } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Place } from "#domain/letters/timeline.ts";
import type { Sought } from "./grams.ts";
import { type SearchInput, searchKinds } from "./input.ts";
import { standsIn } from "./search.ts";

/** How many there are of each choice, were it made beside the other choices that are made. */
export interface Facets {
  /** Everything was counted; otherwise there are more than were looked at, and each number is the least there is. */
  exact: boolean;
  all: number;
  kind: Record<string, number>;
  office: Record<string, number>;
  region: Record<string, number>;
  year: Record<string, number>;
  /** The offices that are counted, by name. */
  offices: Place[];
}

/** More than this nobody reads, and counting them would cost every reader what nobody needs. */
export const mostCounted = 1_000;

interface Group {
  kind: string;
  slug: string;
  name: string;
  nameEn: string | null;
  /** The region and those above it. */
  regions: string[];
  year: string;
  n: number;
}

const valuesOf = {
  kind: (group: Group) => [group.kind],
  office: (group: Group) => [group.slug],
  region: (group: Group) => group.regions,
  year: (group: Group) => [group.year],
};
type Facet = keyof typeof valuesOf;

/** Counts what the words stand in, by kind, office, region and year: exactly up to a thousand, and no further. */
export async function countFacets(db: Db, sought: Sought, input: SearchInput): Promise<Facets> {
  const groups = await readGroups(db, sought);
  const looked = groups.reduce((sum, { n }) => sum + n, 0);
  const count = (facet: Facet) => countsOf(groups.filter(meets(input, facet)), valuesOf[facet]);
  return {
    exact: looked <= mostCounted,
    all: groups.filter(meets(input, "kind")).reduce((sum, { n }) => sum + n, 0),
    kind: count("kind"),
    office: count("office"),
    region: count("region"),
    year: count("year"),
    offices: [...new Map(groups.map(({ slug, name, nameEn }) => [slug, { slug, name, nameEn }])).values()],
  };
}

/** Meets every choice that was made, but for the one whose own choices are counted. */
const meets = (input: SearchInput, but: Facet) => (group: Group) =>
  (Object.keys(valuesOf) as Facet[]).every(
    (facet) => facet === but || !input[facet] || valuesOf[facet](group).includes(String(input[facet])),
  );

function countsOf(groups: Group[], values: (group: Group) => string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const group of groups) {
    for (const value of values(group)) counts[value] = (counts[value] ?? 0) + group.n;
  }
  return counts;
}

/** In no order, so that the index gives the first thousand and stops. */
function readGroups(db: Db, sought: Sought): Promise<Group[]> {
  return transact(db, async (tx) => {
    await tx.execute(sql`set local plan_cache_mode = force_custom_plan`);
    const rows = await tx.execute<Group & Record<string, unknown>>(groupsOf(standsIn(sought)));
    return rows.map((row) => ({ ...row, n: Number(row.n) }));
  });
}

const groupsOf = (words: SQL) => sql`
  with found as materialized (
    select kind, office_id, region_id, extract(year from at at time zone 'Asia/Shanghai')::text as year
    from ${searchDocuments}
    where ${words} and kind in (${sql.join(
      searchKinds.map((kind) => sql`${kind}`),
      sql`, `,
    )})
    limit ${mostCounted + 1}
  )
  select f.kind::text, f.year, o.slug, o.name, o.name_en as "nameEn", count(*)::int as n,
    (select array_agg(above.slug) from ${regions} above where above.id = any(r.lineage)) as regions
  from found f join ${offices} o on o.id = f.office_id join ${regions} r on r.id = f.region_id
  group by f.kind, f.year, o.slug, o.name, o.name_en, r.lineage`;
