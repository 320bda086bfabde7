import { z } from "zod";
import { wallClockOrNone } from "#domain/posts/fields.ts";

export const fewestOptions = 2;
export const mostOptions = 12;
export const longestOption = 60;

/** One option a line, as they are typed, or a list. The domain counts them, in words. */
const lines = z.preprocess(
  (value) => (typeof value === "string" ? value.split(/\r?\n/) : value),
  z.array(z.string().max(1000)).max(200).default([]),
);

/** What a poll has beside its words. A draft of one need not be whole; what goes out must be. */
export const pollFields = z.object({
  mode: z.enum(["single", "multiple", "ranked"]).default("single"),
  options: lines,
  /** How many a ballot may name, of several. */
  most: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().positive().max(99).optional(),
  ),
  closesAt: wallClockOrNone,
});
