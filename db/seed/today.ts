import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { createMailbox } from "#domain/administration/create-mailbox.ts";
import type { Now } from "#domain/calendar/now.ts";
import { sumSignatures } from "#domain/signatures/sum.ts";
import { countPassingOn } from "#domain/supervision/passing-on.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import type { Cast } from "./cast.ts";
import { play } from "./play.ts";
import { appealActs } from "./today/appeals.ts";
import { assessmentActs } from "./today/assessment.ts";
import { momentsBefore } from "./today/days.ts";
import { enterDemoPhones } from "./today/directory.ts";
import { gatherDemo, gatheringActs } from "./today/gathering.ts";
import { handlingLetters } from "./today/handling.ts";
import { incidentActs } from "./today/incident.ts";
import { integrityActs } from "./today/integrity.ts";
import { jointActs } from "./today/joint.ts";
import { keepDemo } from "./today/kept.ts";
import { leaderActs } from "./today/leaders.ts";
import { letterActs } from "./today/letter-acts.ts";
import { demoLetters } from "./today/letters.ts";
import { pollActs } from "./today/polls.ts";
import { demoPosts } from "./today/posts.ts";
import { sessionActs } from "./today/sessions.ts";
import { storyActs } from "./today/stories.ts";
import { suggestionActs } from "./today/suggestions.ts";
import { supervisionActs } from "./today/supervision.ts";
import { supportActs, supporters } from "./today/supported-comments.ts";
import { talkActs } from "./today/talk-acts.ts";
import { sendTellingLetter } from "./today/telling-letter.ts";
import { themeActs } from "./today/themes.ts";

const spoken = demoPosts.flatMap(({ comments }) =>
  comments.flatMap((comment) => [comment, ...(comment.replies ?? [])]),
);

/** Everybody who writes, speaks or votes in the demonstration. */
export const demoCitizens = [
  ...new Set([
    ...demoLetters.map(({ author }) => author),
    ...spoken.filter(({ official }) => !official).map(({ author }) => author),
  ]),
];

/** Where a letter goes whose writer does not know whom to choose. */
export async function openCentreMailbox(tx: Tx, administrator: Actor, now: Now): Promise<void> {
  await createMailbox(tx, administrator, { slug: "wangxin", office: "wangxin", leader: null, declines: null }, now);
}

/** Letters, posts and comments of the last weeks, marked 演示: every state, lamp, card and queue has something in it. */
export async function playToday(tx: Tx, cast: Cast, now: Now): Promise<void> {
  const when = momentsBefore(now);
  await play(
    tx,
    [
      ...talkActs(cast, when, demoCitizens),
      ...letterActs(cast, when),
      ...letterActs(cast, when, handlingLetters),
      ...leaderActs(cast, when),
      ...supportActs(cast, when),
      ...suggestionActs(cast, when),
      ...gatheringActs(cast, now),
      ...sessionActs(cast, when, now, demoCitizens),
      ...supervisionActs(cast, when),
      ...incidentActs(cast, when),
      ...storyActs(cast, when),
      ...jointActs(cast, when, demoCitizens),
      ...pollActs(cast, when, now, supporters),
      ...themeActs(when),
      ...assessmentActs(cast, now),
      ...appealActs(cast, when),
      ...integrityActs(cast, when),
    ],
    now.calendar,
    now.at,
  );
  await sumVotes(tx, now);
  await sumSignatures(tx, now);
  await countPassingOn(tx, now);
  await enterDemoPhones(tx, cast, now);
  await sendTellingLetter(tx, cast, now);
  await gatherDemo(tx, cast, now);
  await keepDemo(tx, cast, now);
}
