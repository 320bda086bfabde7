import { alias } from "drizzle-orm/pg-core";
import { offices } from "#db/schema/index.ts";

/** Who supervises, and who has to answer. */
export const byOffice = alias(offices, "by_office");
export const toOffice = alias(offices, "to_office");

/** The two ends of an order, as they are shown. */
export const ends = {
  by: { slug: byOffice.slug, name: byOffice.name, nameEn: byOffice.nameEn },
  to: { slug: toOffice.slug, name: toOffice.name, nameEn: toOffice.nameEn },
};
