import { z } from "zod";
import { rowId } from "#domain/posts/input.ts";

export const longestName = 20;

// Longer than any name may be, so that the domain counts after cleaning and says no in its own words.
const name = z.string().max(20 * longestName);
const theme = { postId: rowId, themeId: rowId };

export const renameInput = z.object({ ...theme, name });
export const mergeInput = z.object({ ...theme, intoId: rowId });
export const dropInput = z.object(theme);
export const moveInput = z.object({
  postId: rowId,
  commentId: rowId,
  /** Empty: into none. */
  themeId: z.preprocess((value) => (value === "" ? null : value), rowId.nullable().default(null)),
  /** Of a theme that is begun with this answer; says more than the one chosen. */
  name: name.default(""),
});
