import { and, eq, isNull } from "drizzle-orm";
import { officePhones, offices, regions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Hours } from "./hours.ts";

export type Phone = Omit<typeof officePhones.$inferSelect, "hours"> & {
  hours: Hours;
  office: typeof offices.$inferSelect;
  lineage: number[];
};

/** Locks a telephone that is in the directory, so that of two who act on it the second sees what the first has done. */
export async function lockPhone(tx: Tx, phoneId: number): Promise<Phone> {
  const [row] = await tx
    .select({ phone: officePhones, office: offices, lineage: regions.lineage })
    .from(officePhones)
    .innerJoin(offices, eq(offices.id, officePhones.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(eq(officePhones.id, phoneId), isNull(officePhones.removedAt)))
    .for("update", { of: officePhones });
  if (!row) throw new Refusal("directory.phoneMissing");
  return { ...row.phone, hours: row.phone.hours as Hours, office: row.office, lineage: row.lineage };
}

/** What its pages show. */
export const phoneFields = {
  id: officePhones.id,
  label: officePhones.label,
  number: officePhones.number,
  hours: officePhones.hours,
  note: officePhones.note,
  demo: officePhones.demo,
};

/** What a change of a telephone makes stale: its office's page, the directory, the pages of the office's leaders. */
export const phoneTopics = ({ office }: { office: { slug: string } }): string[] => [
  "directory",
  `phones:${office.slug}`,
];

/** What a telephone dials: digits, and after a pause the extension. */
export function dialled(number: string): string {
  const [main = "", extension] = number.split("转");
  const digits = main.replaceAll(/[^\d+]/g, "");
  return extension ? `${digits},${extension}` : digits;
}
