import { z } from "zod";

export const searchKinds = ["post", "comment", "letter"] as const;

const slug = z.string().max(80).optional().catch(undefined);

/** What stands in the address of a search. What nobody offered narrows nothing. */
export const searchInput = z.object({
  q: z.string().trim().max(80).optional().catch(undefined),
  kind: z.enum(searchKinds).optional().catch(undefined),
  /** Slug of the office: whose stream it stands on, or which leads the letter. */
  office: slug,
  /** Slug of the region, with all below it. */
  region: slug,
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  /** Where the page before ended: kind, id. */
  after: z
    .string()
    .regex(/^(?:post|comment|letter)-[1-9]\d{0,14}$/)
    .optional()
    .catch(undefined),
});
export type SearchInput = z.output<typeof searchInput>;
