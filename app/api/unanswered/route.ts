import { showing } from "#app/_edge/showing.ts";
import { write } from "#app/_edge/write.ts";
import { phoneOnly } from "#domain/directory/input.ts";
import { reportUnanswered } from "#domain/directory/report-unanswered.ts";

/** 没人接. Whoever began the letter gets its receipt, whoever joined it sees the letter. */
export const POST = write({
  schema: phoneOnly,
  run: reportUnanswered,
  action: "unanswered",
  seen: ({ number, began, eventId }) =>
    began ? `/write/receipt/${number}` : showing(`/letters/${number}`, eventId, "main"),
  kept: () => "/refused",
});
