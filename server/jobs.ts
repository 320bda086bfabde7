import type { Db } from "#db/client.ts";
import { lapseAppeals } from "#domain/appeals/lapse.ts";
import { freezeDue } from "#domain/assessment/freeze.ts";
import type { Now } from "#domain/calendar/now.ts";
import { warnOfEnd } from "#domain/calendar/warn-of-end.ts";
import { drawCallBacks } from "#domain/call-backs/draw-month.ts";
import { countComments } from "#domain/comments/count.ts";
import { gatherConcerns } from "#domain/concerns/gather-concerns.ts";
import { forgetOldDrafts } from "#domain/drafts.ts";
import { forgetUnusedImages } from "#domain/images/read.ts";
import { remindLeaders } from "#domain/led-cases/remind-leaders.ts";
import { removeLeftovers } from "#domain/leftovers.ts";
import { abandonUnsupplied, lapseJudgings } from "#domain/letters/lapse.ts";
import { breakPromises } from "#domain/letters/promise-letter.ts";
import { recountCovered } from "#domain/letters/recount-clocks.ts";
import { forgetReceipts } from "#domain/letters/send-writing.ts";
import { deliverMessages } from "#domain/messages/deliver.ts";
import { openPorts } from "#domain/messages/port.ts";
import { sendDigests } from "#domain/notices/send-digests.ts";
import { closePolls } from "#domain/polls/close.ts";
import { sumVoters } from "#domain/polls/sum-voters.ts";
import { publishScheduled } from "#domain/posts/publish.ts";
import { forgetRatingLinks } from "#domain/ratings/forget-links.ts";
import { eraseOnSchedule } from "#domain/retention/erase-on-schedule.ts";
import { endOverdue } from "#domain/sessions/end.ts";
import { settleOwed } from "#domain/sessions/settle-owed.ts";
import { startDue } from "#domain/sessions/start.ts";
import { sumSignatures } from "#domain/signatures/sum.ts";
import { proveFigures } from "#domain/statistics/prove.ts";
import { endMootOrders } from "#domain/supervision/climb-ladder.ts";
import { deliverLights } from "#domain/supervision/deliver-lights.ts";
import { keepLightDay } from "#domain/supervision/light-days.ts";
import { lightsPort } from "#domain/supervision/lights-port.ts";
import { countPassingOn } from "#domain/supervision/passing-on.ts";
import { tellLights } from "#domain/supervision/tell-lights.ts";
import { findSuspicions } from "#domain/suspicions/find.ts";
import { sumVotes } from "#domain/votes/sum.ts";

export interface Job {
  name: string;
  /** Milliseconds from one run to the next. */
  every: number;
  /** Finds its work by query; may run late, twice, or be killed midway without harm. */
  run(db: Db, now: Now): Promise<unknown>;
}

const second = 1_000;
const minute = 60 * second;

/** Everything the platform does by itself, and how often. */
export const timetable: readonly Job[] = [
  { name: "count the votes cast since the last time", every: 0.4 * second, run: sumVotes },
  { name: "count the signatures given since the last time", every: 0.4 * second, run: sumSignatures },
  { name: "count the comments written since the last time", every: 0.4 * second, run: countComments },
  { name: "count who has voted in polls since the last time", every: 0.4 * second, run: sumVoters },
  { name: "count the polls whose end has come", every: second, run: closePolls },
  { name: "publish the posts whose hour has come", every: second, run: publishScheduled },
  { name: "begin the live sessions whose hour has come", every: second, run: startDue },
  { name: "end the live sessions that nobody has ended", every: 10 * second, run: endOverdue },
  { name: "make letters of what live sessions left unanswered", every: second, run: settleOwed },
  { name: "deliver the messages that are due", every: second, run: (db, now) => deliverMessages(db, now, openPorts()) },
  { name: "gather the digests whose hour has come", every: 10 * second, run: sendDigests },
  { name: "close the letters whose writers kept silent for the judging time", every: minute, run: lapseJudgings },
  { name: "withdraw the letters for which nothing was supplied in time", every: minute, run: abandonUnsupplied },
  { name: "count again the dates that a new calendar covers", every: minute, run: recountCovered },
  { name: "warn that the calendar ends", every: 60 * minute, run: warnOfEnd },
  { name: "break the promises whose day has passed", every: minute, run: breakPromises },
  { name: "prove each night that no figure has drifted", every: 10 * minute, run: proveFigures },
  { name: "tell what lights have turned and climb the ladder", every: 10 * second, run: tellLights },
  { name: "end what was asked about dates that are met", every: 10 * second, run: endMootOrders },
  { name: "deliver the lights to the inspection system", every: second, run: deliverChanges },
  { name: "keep how the lights stood as the day began", every: 10 * minute, run: keepLightDay },
  { name: "count how often offices handed letters on", every: 60 * minute, run: countPassingOn },
  { name: "end the appeals that nobody carries on", every: 60 * minute, run: lapseAppeals },
  { name: "remind leaders of the cases they look into today", every: minute, run: remindLeaders },
  { name: "draw whom to call back about last month's answers", every: 10 * second, run: drawCallBacks },
  { name: "gather what is about the same thing and weigh what surges", every: 10 * minute, run: gatherConcerns },
  { name: "freeze the scores of the periods that are over", every: 10 * minute, run: freezeDue },
  { name: "look for accounts that vote as one", every: minute, run: findSuspicions },
  { name: "remove used and outdated codes, answers and handovers", every: 10 * minute, run: removeLeftovers },
  { name: "forget the query codes that receipts show no more", every: 10 * minute, run: forgetReceipts },
  { name: "forget the rating links that are long over", every: 60 * minute, run: forgetRatingLinks },
  { name: "erase names and contacts whose time is over", every: 60 * minute, run: eraseOnSchedule },
  { name: "forget the drafts nobody came back to", every: 60 * minute, run: forgetOldDrafts },
  { name: "forget the pictures nothing was written around", every: 60 * minute, run: forgetUnusedImages },
];

/** Nothing is queued while no address is configured; what was queued waits until there is one again. */
async function deliverChanges(db: Db, now: Now): Promise<void> {
  const send = lightsPort();
  if (send) await deliverLights(db, now, send);
}
