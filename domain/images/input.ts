import { z } from "zod";

/** What a reader who does not see the picture is told. */
export const longestAlt = 200;
export const imageInput = z.object({
  alt: z
    .string()
    .max(4 * longestAlt)
    .default(""),
});
