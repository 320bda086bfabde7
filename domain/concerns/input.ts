import { z } from "zod";
import { written } from "#domain/letters/input.ts";

const concernId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const noteConcernInput = z.object({ concernId });
export const dismissInput = z.object({ concernId, words: written.min(1, "letters.wordsMissing").max(500) });

export const warningShows = ["open", "dismissed"] as const;
export type WarningShow = (typeof warningShows)[number];
