import { z } from "zod";
import { rowId } from "#domain/posts/fields.ts";

export const mostLetters = 10;
export const mostOffices = 5;

/** As they are typed, one a line or with commas between them, or a list. The domain counts them, in words. */
const named = (between: RegExp) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(between) : value),
    z
      .array(z.string().trim().max(200))
      .max(100)
      .default([])
      .transform((given) => given.filter((one) => one !== "")),
  );

/** What an exposure or a commendation names: letters by their number, offices by their name. */
export const storyFields = z.object({
  letters: named(/[\s,，、;；]+/),
  offices: named(/[\n,，、;；]+/),
});

export const respondInput = z.object({
  postId: rowId,
  officeId: rowId,
  /** Under the plate of this leader of the office; left out, under the office's own. */
  leaderId: z.preprocess((value) => (value === "" ? undefined : value), rowId.optional()),
  body: z.string().max(20_000),
});
