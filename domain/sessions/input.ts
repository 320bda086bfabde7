import { z } from "zod";
import { several, wallClockOrNone } from "#domain/posts/fields.ts";

export const longestTitle = 40;
export const mostHosts = 6;
/** Minutes after the planned end, when the timetable ends a session that nobody has ended. */
export const graceMinutes = 30;
/** Minutes before the announced start in which a session may begin: who comes in time misses nothing that was promised. */
export const earlyMinutes = 30;

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** What a session has beside its words. Hosts are named as followers name them: `leader:mayor`, `office:water`. */
export const sessionFields = z.object({
  title: z.string().max(400).default(""),
  startsAt: wallClockOrNone,
  endsAt: wallClockOrNone,
  hosts: several(50),
});

export const sessionChoice = z.object({ postId: id });
/** Without a question: none is being answered. */
export const takeUpInput = z.object({
  postId: id,
  commentId: z.preprocess((value) => (value === "" ? undefined : value), id.optional()),
});
export const answerInput = z.object({
  postId: id,
  commentId: id,
  /** Under which plate: `leader:3`, `office:5`. */
  plate: z.string().regex(/^(leader|office):[1-9]\d{0,14}$/),
  body: z.string().max(20_000),
});
