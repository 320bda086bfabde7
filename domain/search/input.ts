import { z } from "zod";
import { lengthOf } from "#domain/plain-text.ts";

export const searchKinds = ["post", "comment", "letter"] as const;

/** Characters: the longest sentence that somebody looks for. */
export const mostTyped = 80;

const slug = z.string().max(80).optional().catch(undefined);

/** What stands in the address of a search. What nobody offered narrows nothing. */
export const searchInput = z.object({
  /** More than can be looked for is taken in all the same, so that it can be said. */
  q: z.string().trim().max(200).optional().catch(undefined),
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

export type NothingSought = "begin" | "long" | "signs" | "short";

/** Why there was nothing to look for in what was typed. */
export function whyNothing(typed: string): NothingSought {
  if (typed === "") return "begin";
  if (lengthOf(typed) > mostTyped) return "long";
  return /[\p{L}\p{N}]/u.test(typed) ? "short" : "signs";
}
