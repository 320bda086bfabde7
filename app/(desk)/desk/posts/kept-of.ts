import type { Kept } from "#components/desk/posts/kind-fields.tsx";
import type { Draft } from "#domain/posts/read-drafts.ts";
import { wallClock } from "./soonest.ts";

/** What a draft has beside its words, as the fields of its kind show it. */
export function keptOf({ prompts, poll }: Draft): Kept {
  return {
    prompts: prompts.join("\n"),
    ...(poll && {
      "poll.mode": poll.mode,
      "poll.options": poll.options.join("\n"),
      "poll.most": poll.mode === "multiple" && poll.most < poll.options.length ? String(poll.most) : "",
      "poll.closesAt": poll.closesAt ? wallClock(poll.closesAt) : "",
    }),
  };
}
