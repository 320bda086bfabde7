import { takeMentions } from "#domain/mentions/take-mentions.ts";
import { tellDesks } from "#domain/notices/tell-desks.ts";
import { tellFollowers } from "#domain/notices/tell-followers.ts";
import { tellOutcomes } from "#domain/notices/tell-outcomes.ts";
import { tellPeople } from "#domain/notices/tell-people.ts";
import { tellRecounts } from "#domain/notices/tell-recounts.ts";
import { tellStreams } from "#domain/notices/tell-streams.ts";
import { tellTalk } from "#domain/notices/tell-talk.ts";
import { takeTags } from "#domain/posts/take-tags.ts";
import { indexEvents } from "#domain/search/index-events.ts";
import { takeFacts } from "#domain/statistics/take-facts.ts";
import { takeAnswers } from "#domain/themes/take-answers.ts";
import type { Consumer } from "./relay/consume.ts";

/** Whoever must get every event once, whatever happens to the process. */
export const consumers: Consumer[] = [
  { name: "notices", take: tellPeople },
  { name: "recounts", take: tellRecounts },
  { name: "statistics", take: takeFacts },
  { name: "search", take: indexEvents },
  { name: "tags", take: takeTags },
  { name: "themes", take: takeAnswers, batch: 1_000, pace: { every: 5_000, apart: 2_000 } },
  { name: "mentions", take: takeMentions },
  { name: "followers", take: tellFollowers },
  { name: "desks", take: tellDesks },
  { name: "talk", take: tellTalk },
  { name: "outcomes", take: tellOutcomes },
  { name: "streams", take: tellStreams },
];
