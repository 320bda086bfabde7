import { AppealBox } from "#components/appeals/appeal-box.tsx";
import { AppealLine } from "#components/appeals/appeal-line.tsx";
import { IncidentState } from "#components/incidents/incident-state.tsx";
import { PollBox } from "#components/polls/poll-box.tsx";
import { PollLine } from "#components/polls/poll-line.tsx";
import { SessionBox, SessionLine } from "#components/sessions/session-box.tsx";
import { StoryBox } from "#components/stories/story-box.tsx";
import { StoryLine } from "#components/stories/story-line.tsx";
import type { ShownParticulars } from "#domain/posts/read-particulars.ts";

/** What a kind of post has beside its words, on the post's own page. A form may stand in it: each names its live parts. */
export function Particulars({ of: { poll, appeal, session, story, incident } }: { of: ShownParticulars }) {
  return (
    <>
      {poll && <PollBox poll={poll} />}
      {appeal && <AppealBox appeal={appeal} />}
      {session && <SessionBox session={session} />}
      {story && <StoryBox story={story} />}
      {incident && (
        <div data-live="incident">
          <IncidentState {...incident} />
        </div>
      )}
    </>
  );
}

/** The same in short, among other posts. */
export function ParticularsInShort({ of: { poll, appeal, session, story, incident } }: { of: ShownParticulars }) {
  return (
    <>
      {poll && <PollLine poll={poll} />}
      {appeal && <AppealLine appeal={appeal} />}
      {session && <SessionLine session={session} />}
      {story && <StoryLine story={story} />}
      {incident && <IncidentState {...incident} />}
    </>
  );
}
