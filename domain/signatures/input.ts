import { z } from "zod";

/** Of a letter: what does not look like one is found nowhere. */
const number = z.string().trim().max(40);

export const cosignInput = z.object({
  number,
  /** Counted and not named. */
  nameHidden: z.literal("on").optional(),
  /** 我愿意做联系人. */
  contact: z.literal("on").optional(),
});

export const takeBackInput = z.object({ number });
