import { z } from "zod";
import { rowId } from "#domain/posts/input.ts";
import { hidingCodes } from "./codes.ts";

export const hideCommentInput = z.object({ commentId: rowId, code: z.enum(hidingCodes) });
export const hidePostInput = z.object({ postId: rowId, code: z.enum(hidingCodes) });
export const hideUpdateInput = z.object({ updateId: rowId, code: z.enum(hidingCodes) });
export const commentChoice = z.object({ commentId: rowId });
export const postChoice = z.object({ postId: rowId });
export const updateChoice = z.object({ updateId: rowId });
/** What is taken back: the last thing done to this comment, post or update. */
export const undoInput = z.object({ subject: z.string().regex(/^(comment|post|update):[1-9]\d{0,14}$/) });

const postOrUpdate = z.string().regex(/^(post|update):[1-9]\d{0,14}$/);

/** A reported post or update that stays as it is, or is hidden. */
export const keepInput = z.object({ subject: postOrUpdate });
export const hideReportedInput = z.object({ subject: postOrUpdate, code: z.enum(hidingCodes) });

export const mostAtOnce = 50;

/** Ticked boxes: none, one or several under one name. */
const ticked = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(rowId).min(1).max(mostAtOnce),
);
export const bulkInput = z
  .object({
    commentIds: ticked,
    act: z.enum(["hide", "review"]),
    code: z.enum(hidingCodes).optional().catch(undefined),
  })
  .refine(({ act, code }) => act === "review" || code !== undefined, { path: ["code"] });
/** What was ticked in the queue, before a reason is asked for. */
export const previewInput = z
  .object({ pick: ticked, act: z.enum(["hide", "review"]) })
  .transform(({ pick, act }) => ({ commentIds: pick, act }));
export const bulkChoice = z.object({ bulkId: rowId });
