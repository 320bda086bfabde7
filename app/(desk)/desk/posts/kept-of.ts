import type { Kept } from "#components/desk/posts/kind-fields.tsx";
import type { Draft } from "#domain/posts/read-drafts.ts";
import { hostKey } from "./host-choices.ts";
import { wallClock } from "./soonest.ts";

/** What a draft has beside its words, as the fields of its kind show it. */
export function keptOf({ prompts, poll, session, story }: Draft): Kept {
  return {
    prompts: prompts.join("\n"),
    ...(poll && {
      "poll.mode": poll.mode,
      "poll.options": poll.options.join("\n"),
      "poll.most": poll.mode === "multiple" && poll.most < poll.options.length ? String(poll.most) : "",
      "poll.closesAt": poll.closesAt ? wallClock(poll.closesAt) : "",
    }),
    ...(session && {
      "session.title": session.title,
      "session.startsAt": wallClock(session.startsAt),
      "session.endsAt": wallClock(session.endsAt),
      "session.hosts": session.hosts.map(hostKey).join("\n"),
    }),
    ...(story && {
      "story.letters": story.letters.map(({ number }) => number).join("\n"),
      "story.offices": story.offices.map(({ name }) => name).join("\n"),
    }),
  };
}
