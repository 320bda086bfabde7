import { z } from "zod";
import { pollFields } from "#domain/polls/input.ts";
import { sessionFields } from "#domain/sessions/input.ts";
import { storyFields } from "#domain/stories/input.ts";
import { rowId, several, wallClock, wallClockOrNone } from "./fields.ts";
import { composedKinds } from "./kinds.ts";

export const longestPost = 5000;
export const mostImages = 9;
export const mostPrompts = 6;
export const longestPrompt = 40;
export const longestReturn = 500;

/** Under which name what is typed and not sent is kept. */
export const composingForm = "post";

export { rowId };

/** `leader:3` or `office:5`. */
const stream = z
  .string()
  .regex(/^(leader|office):[1-9]\d{0,14}$/)
  .transform((text) => {
    const [kind, id] = text.split(":");
    return kind === "leader" ? { leaderId: Number(id) } : { officeId: Number(id) };
  });

// Longer than any text may be, so that the domain counts after cleaning and says no in its own words.
const text = z.string().max(4 * longestPost);

/** What a kind has beside the words, by the name in kinds.ts; only that of the chosen kind is handed on. */
export const particularsInput = z.object({
  poll: pollFields.optional(),
  session: sessionFields.optional(),
  story: storyFields.optional(),
});

const wording = {
  ...particularsInput.shape,
  body: text,
  prompts: several(mostPrompts),
  images: several(mostImages),
  /** By the picture's token: what is told to who does not see it. */
  alts: z.record(z.string(), z.string()).optional(),
};

/** What becomes of it then. */
const next = {
  next: z.enum(["keep", "offer", "publish", "schedule"]).default("keep"),
  publishAt: wallClockOrNone,
};

export const composeInput = z.object({
  stream,
  kind: z.enum(composedKinds).default("announcement"),
  ...wording,
  ...next,
});

export const draftChange = z.object({ postId: rowId, ...wording });
export const reviseInput = draftChange.extend(next);
export const postChange = z.object({ postId: rowId, body: text });
export const postChoice = z.object({ postId: rowId });
export const scheduleInput = z.object({ postId: rowId, publishAt: wallClock });
export const returnInput = z.object({ postId: rowId, words: z.string().max(4 * longestReturn) });
