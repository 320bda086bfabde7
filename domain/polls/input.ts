import { z } from "zod";
import { rowId, wallClockOrNone } from "#domain/posts/fields.ts";

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

/** One field, several of it, or none. */
const each = (value: unknown) => (value === undefined ? [] : [value].flat());

const place = z.coerce.number().int().min(0).max(99);

const placeOrNone = z.preprocess((value) => (value === "" ? null : value), place.nullable());

export const ballotInput = z.object({
  postId: rowId,
  /** Places of the options chosen, from 0. */
  choice: z.preprocess(each, z.array(place).max(mostOptions)),
  /** Of a ranked poll: for each option in turn its number in one's order, empty for none. */
  rank: z.preprocess(each, z.array(placeOrNone).max(mostOptions)),
});
