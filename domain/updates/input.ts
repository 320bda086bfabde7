import { z } from "zod";
import { mostImages, rowId } from "#domain/posts/input.ts";

export const longestUpdate = 2000;
/** A post that has grown so far has become something else: what comes then is a post of its own. */
export const mostUpdates = 200;

/** A plate as a form names it: `leader:3`, `office:5`. */
const plate = z
  .string()
  .regex(/^(leader|office):[1-9]\d{0,14}$/)
  .transform((text) => {
    const [kind, id] = text.split(":");
    return kind === "leader" ? { leaderId: Number(id) } : { officeId: Number(id) };
  });

export const updateInput = z.object({
  postId: rowId,
  // Longer than any update may be, so that the domain counts after cleaning and says no in its own words.
  body: z.string().max(4 * longestUpdate),
  images: z.array(z.string()).max(mostImages).default([]),
  /** By the picture's token: what is told to who does not see it. */
  alts: z.record(z.string(), z.string()).optional(),
  /** Under whose plate; left out, the citizen who wrote the post speaks in their own name. */
  as: z.preprocess((value) => (value === "" ? undefined : value), plate.optional()),
});
