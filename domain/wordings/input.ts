import { z } from "zod";
import { written } from "#domain/letters/input.ts";

/** In the order in which they are offered in the form. */
export const wordingUses = ["always", "waiting", "late"] as const;

const id = z.coerce.number().int().positive();
const words = written.min(1, "wordings.empty").max(200);
const use = z.enum(wordingUses).default("always");

export const addWordingInput = z.object({ leaderId: id, words, use });
export const changeWordingInput = z.object({ wordingId: id, words, use });
export const wordingOnly = z.object({ wordingId: id });
