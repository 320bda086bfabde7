import { z } from "zod";
import { rateInput, reopenInput } from "#domain/letters/input.ts";

/** What a rating link's form sends: the token stands for the letter. Pure: forms and route handlers read it too. */

const token = z.string().regex(/^[\w-]{16}$/);

export const linkRatingInput = rateInput.omit({ letterId: true }).extend({ token });
export const linkReopeningInput = reopenInput.omit({ letterId: true }).extend({ token });
