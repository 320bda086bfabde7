import { z } from "zod";

export const declineInput = z.object({
  /** 1 no @ names me, 0 it may. */
  declined: z.coerce.number().pipe(z.literal([1, 0])),
});

/** Where the page before ended: kind, id. */
export const mentionCursor = z
  .string()
  .regex(/^(?:post|comment|update)-[1-9]\d{0,14}$/)
  .nullable()
  .catch(null);
