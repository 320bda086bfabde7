import { z } from "zod";
import { mostImages, rowId } from "#domain/posts/input.ts";

export const longestAppeal = 3000;
export const longestBeneficiary = 60;
export const longestThings = 60;
export const longestWords = 2000;
export const longestCharity = 60;
export const longestAddress = 300;
export const longestAmountWords = 20;
/** Yuan: of a goal, a pledge, a hand-over. */
export const largestAmount = 1_000_000;
export const mostPresent = 999;

/** What can be wrong with an appeal: it is not so; it asks for money elsewhere; it names somebody; something else. */
export const reportReasons = ["untrue", "elsewhere", "names", "other"] as const;

/** Under which name what is typed and not sent is kept. */
export const appealForm = "appeal";

// Longer than any of them may be, so that the domain counts after cleaning and says no in its own words.
const text = z.string().max(4 * longestAppeal);
/** As it was typed: what is no whole number of yuan is refused in words, and stands in the field again. */
const amount = z.string().max(60).default("");
const ticked = z.literal("on").optional();

export const raiseInput = z.object({
  body: text,
  beneficiary: text,
  /** The place's slug. */
  region: z.string().max(80),
  goal: amount,
  /** The office's slug; empty: the nearest one of the place. */
  verifier: z.string().max(80).default(""),
});

export const verifyInput = z.object({
  postId: rowId,
  need: text,
  publicAid: text,
  charityName: text.default(""),
  charityUrl: text.default(""),
});

export const appealWords = z.object({ postId: rowId, words: text });

export const pledgeInput = z.object({
  postId: rowId,
  amount,
  things: text.default(""),
  amountHidden: ticked,
});

export const pledgeChoice = z.object({ postId: rowId, pledgeId: rowId });

export const handOverInput = z.object({
  postId: rowId,
  words: text,
  amount,
  amountWords: text.default(""),
  present: z.string().max(10).default(""),
  images: z.array(z.string()).max(mostImages),
  alts: z.record(z.string(), z.string()).optional(),
  /** 已遮住姓名和账号: receipts are public at once. */
  masked: ticked,
});

export const reportInput = z.object({
  postId: rowId,
  reason: z.enum(reportReasons),
  words: text,
});

export const decideReportInput = z.object({
  reportId: rowId,
  outcome: z.enum(["unfounded", "suspended"]),
  words: text,
});
