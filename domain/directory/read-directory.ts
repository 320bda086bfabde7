import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { officePhones, offices, regions } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { initialsOf } from "#domain/offices/initials.ts";
import { phoneFields } from "./phone.ts";
import { readCallsToday, type ShownPhone, shownPhone } from "./shown-phone.ts";

interface Named {
  name: string;
  nameEn: string | null;
}

export interface DirectoryOffice extends Named {
  id: number;
  slug: string;
  region: Named;
  phones: ShownPhone[];
}

const pageLength = 40;

/**
 * The offices' telephones, the city's first, found by name, by pinyin initials (csglj) or by number. An administration has
 * hundreds of offices with a telephone and not a million: they are read whole, looked through, and shown page by page.
 */
export async function readDirectory(
  db: Db,
  { q, after }: { q: string; after?: number | undefined },
  now: Now,
): Promise<{ offices: DirectoryOffice[]; next: number | null; entered: boolean }> {
  const rows = await db
    .select({
      phone: phoneFields,
      office: { id: offices.id, slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      shortName: offices.shortName,
      region: { name: regions.name, nameEn: regions.nameEn },
    })
    .from(officePhones)
    .innerJoin(offices, eq(offices.id, officePhones.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(isNull(officePhones.removedAt), isNull(offices.closedAt)))
    .orderBy(asc(regions.lineage), asc(offices.id), asc(officePhones.id));
  const wanted = asked(q);
  const found = rows.filter(({ phone, office, shortName }) => matches(wanted, { ...phone, ...office, shortName }));
  const byOffice = [...Map.groupBy(found, ({ office }) => office.id).values()];
  const from = after === undefined ? 0 : byOffice.findIndex(([row]) => row!.office.id === after) + 1;
  const page = byOffice.slice(from, from + pageLength);
  const calls = await readCallsToday(
    db,
    page.flat().map(({ phone }) => phone.id),
    now,
  );
  return {
    offices: page.map((of) => ({
      ...of[0]!.office,
      region: of[0]!.region,
      phones: of.map(({ phone }) => shownPhone(phone, calls, now)),
    })),
    next: from + pageLength < byOffice.length ? page.at(-1)![0]!.office.id : null,
    entered: rows.length > 0,
  };
}

interface Asked {
  words: string;
  digits: string | null;
}

/** As it is compared: without spaces and case; digits alone are a number, or a piece of one. */
function asked(q: string): Asked {
  const words = q.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
  return { words, digits: /^[\d+()-]+$/.test(words) ? words.replaceAll(/\D/g, "") : null };
}

interface Findable extends Named {
  shortName: string;
  label: string;
  number: string;
}

function matches({ words, digits }: Asked, { name, nameEn, shortName, label, number }: Findable): boolean {
  if (digits !== null && digits !== "") return number.replaceAll(/\D/g, "").includes(digits);
  if (words === "") return true;
  const named = [name, shortName, nameEn ?? "", label].map((text) => text.toLowerCase().replaceAll(/\s+/g, ""));
  return (
    named.some((text) => text.includes(words)) || [name, shortName].some((text) => initialsOf(text).includes(words))
  );
}
