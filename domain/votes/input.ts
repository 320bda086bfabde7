import { z } from "zod";
import { rowId } from "#domain/posts/input.ts";

export const voteInput = z.object({
  target: z.enum(["post", "comment"]),
  targetId: rowId,
  /** 1 赞成, -1 反对, 0 taken back. */
  choice: z.coerce.number().pipe(z.literal([1, 0, -1])),
});
