import { z } from "zod";

/** post:7, comment:12, letter:HY-2026-00012. */
export const kept = z.string().regex(/^(?:(?:post|comment):[1-9]\d{0,14}|letter:[A-Z]{2,4}-\d{4}-\d{5,9})$/);

export const bookmarkInput = z.object({
  what: kept,
  /** 1 收藏, 0 no more. */
  keep: z.coerce.number().pipe(z.literal([1, 0])),
});
