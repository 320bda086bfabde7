import { z } from "zod";
import { hideInput, letterOnly } from "#domain/letters/input.ts";

const eventId = z.coerce.number().int().positive();

export const hideWordsInput = hideInput.extend({ eventId });
export const pictureInput = letterOnly.extend({ token: z.string().regex(/^[\w-]{22}$/) });
