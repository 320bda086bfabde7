import { tellFollowers } from "#domain/notices/tell-followers.ts";
import { tellPeople } from "#domain/notices/tell-people.ts";
import { tellRecounts } from "#domain/notices/tell-recounts.ts";
import { takeTags } from "#domain/posts/take-tags.ts";
import { indexEvents } from "#domain/search/index-events.ts";
import { takeFacts } from "#domain/statistics/take-facts.ts";
import type { Consumer } from "./relay/consume.ts";

/** Whoever must get every event once, whatever happens to the process. */
export const consumers: Consumer[] = [
  { name: "notices", take: tellPeople },
  { name: "recounts", take: tellRecounts },
  { name: "statistics", take: takeFacts },
  { name: "search", take: indexEvents },
  { name: "tags", take: takeTags },
  { name: "followers", take: tellFollowers },
];
