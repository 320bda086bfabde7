import type { Db } from "#db/client.ts";
import { concerns, notices } from "#db/schema/index.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import { readStaff } from "#domain/administration/read-staff.ts";
import { readStructure } from "#domain/administration/read-structure.ts";
import { listContests, listToDecide } from "#domain/assessment/contests.ts";
import { listExclusions } from "#domain/assessment/exclusions.ts";
import { readOwnScores } from "#domain/assessment/own-scores.ts";
import { listReports, readReport } from "#domain/assessment/read-reports.ts";
import { findKept } from "#domain/bookmarks/find-kept.ts";
import { keepBookmark } from "#domain/bookmarks/keep.ts";
import { listBookmarks, readMyBookmarks } from "#domain/bookmarks/read-bookmarks.ts";
import type { Now } from "#domain/calendar/now.ts";
import { findToCall, listToCall } from "#domain/call-backs/list-to-call.ts";
import { readCallBackContact } from "#domain/call-backs/make-call.ts";
import { readCommentHistory } from "#domain/comments/read-history.ts";
import { readOwnComment } from "#domain/comments/read-own.ts";
import { readNewer, readOneThread, readReplies, readThread } from "#domain/comments/read-thread.ts";
import { listWarnings } from "#domain/concerns/list-warnings.ts";
import { readMembers } from "#domain/concerns/read-members.ts";
import { readDirectory } from "#domain/directory/read-directory.ts";
import { readKeptPhones, readPhonesOf } from "#domain/directory/read-phones.ts";
import { listFlaggedPosts, listOwnFlags } from "#domain/flags/read-flags.ts";
import { findSeen } from "#domain/flags/seen.ts";
import { follow } from "#domain/follows/follow.ts";
import { readFollowed } from "#domain/follows/read-followed.ts";
import { listGrievances, listStruck } from "#domain/grievances/read-grievances.ts";
import { readImage } from "#domain/images/read.ts";
import { readLedCases } from "#domain/led-cases/read-led-cases.ts";
import { readAccusable, readAddressees, readKeptMailboxes } from "#domain/letters/addressees.ts";
import { readBriefsOfComments, readBriefsOfPosts } from "#domain/letters/brief.ts";
import { findOwnLetter } from "#domain/letters/find-own-letter.ts";
import { readLastSteps } from "#domain/letters/last-steps.ts";
import { readLeadOffices } from "#domain/letters/lead-offices.ts";
import { readLeaderToday } from "#domain/letters/leader-today.ts";
import { readLeadersTrail } from "#domain/letters/leaders-trail.ts";
import { listDeskLetters } from "#domain/letters/list-desk-letters.ts";
import { listMyLetters } from "#domain/letters/list-my-letters.ts";
import { listPublicLetters, publicFilter } from "#domain/letters/list-public-letters.ts";
import { lookUpLetter } from "#domain/letters/look-up.ts";
import { openLetter, readContact } from "#domain/letters/open-letter.ts";
import { readOwnComment as readCommentToQuote } from "#domain/letters/quote-comment.ts";
import { readGlance } from "#domain/letters/read-glance.ts";
import { readLetterFor } from "#domain/letters/read-letter-for.ts";
import { readPublicLetter } from "#domain/letters/read-public-letter.ts";
import { findSimilarPublic } from "#domain/letters/similar-letters.ts";
import { suggestMailboxes } from "#domain/letters/suggest-mailboxes.ts";
import { findMentioned } from "#domain/mentions/find-mentioned.ts";
import { listMentions } from "#domain/mentions/list-mentions.ts";
import { readOwnBulk } from "#domain/moderation/bulk.ts";
import { readAuthorOf } from "#domain/moderation/read-author.ts";
import { listLoggingOffices, readLog } from "#domain/moderation/read-log.ts";
import { readModerated, readQueue } from "#domain/moderation/read-queue.ts";
import { readContents } from "#domain/notices/contents.ts";
import { countUnread, listNotices } from "#domain/notices/read-notices.ts";
import { readLeader, readLeaders, readOffice, readOffices } from "#domain/offices/read-streams.ts";
import { countOwed, listOwed } from "#domain/owed-answers/list-owed.ts";
import { readOwedUnder } from "#domain/owed-answers/read-owed.ts";
import { readMyBallots, readPolls } from "#domain/polls/read-polls.ts";
import { readDiscussion } from "#domain/posts/read-discussion.ts";
import { readParticulars } from "#domain/posts/read-particulars.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { readHome, readPostsOfKind, readStream } from "#domain/posts/read-posts.ts";
import { readTag } from "#domain/posts/read-tag.ts";
import { listRefusedRatings } from "#domain/ratings/list-refused.ts";
import { countOwnOpen } from "#domain/retention/count-own-open.ts";
import { listHeld } from "#domain/retention/list-held.ts";
import { countFacets } from "#domain/search/facets.ts";
import { soughtIn } from "#domain/search/grams.ts";
import { findPlaces, search } from "#domain/search/search.ts";
import { readDebts } from "#domain/sessions/read-debts.ts";
import { readLedSession, readLedSessions } from "#domain/sessions/read-led.ts";
import { questionViews, readOpening, readQuestions } from "#domain/sessions/read-questions.ts";
import { readNextSession, readSessions } from "#domain/sessions/read-sessions.ts";
import { readSessionsOf } from "#domain/sessions/shown.ts";
import { findJointLetter, readJointLetter, readMySignature } from "#domain/signatures/read-signers.ts";
import { groupings } from "#domain/statistics/figures.ts";
import { behind, behindInput, listLettersBehind } from "#domain/statistics/list-letters-behind.ts";
import { readFigures } from "#domain/statistics/read-figures.ts";
import { readBreakdown, readStatistics } from "#domain/statistics/read-statistics.ts";
import { scopeInput } from "#domain/statistics/scope.ts";
import { readLeaderShares } from "#domain/suggestions/leader-shares.ts";
import { listSuggestions } from "#domain/suggestions/list-suggestions.ts";
import { readDecisions } from "#domain/suggestions/read-decisions.ts";
import { readFeedState } from "#domain/supervision/deliver-lights.ts";
import { readLightDays } from "#domain/supervision/light-days.ts";
import { readLightsBoard } from "#domain/supervision/lights-board.ts";
import { readLightsFeed } from "#domain/supervision/lights-feed.ts";
import { countLadder, listOrders } from "#domain/supervision/list-orders.ts";
import { readPassedLetters, readPassingOffices } from "#domain/supervision/passing-on.ts";
import { listSuspectedPosts, listSuspicions } from "#domain/suspicions/read-suspicions.ts";
import { readThemes, readThemesToCorrect } from "#domain/themes/read-themes.ts";
import { listStrikes } from "#domain/votes/invalidate.ts";
import { listRuledRegions, listRules } from "#domain/words/rules.ts";
import { secret, type World } from "./world.ts";

/** Who reads, when, in which world; and the accusations, which whoever asks may have guessed. */
export interface Asking {
  db: Db;
  actor: Actor;
  now: Now;
  world: World;
  ids: number[];
  numbers: string[];
}

export type Read = (asking: Asking) => Promise<unknown>;

/** One after the other: each may open a savepoint of its own. */
async function each<T>(all: readonly T[], read: (one: T) => Promise<unknown>): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const one of all) answers.push(await refusedOr(read)(one));
  return answers;
}

/** A refusal is an answer like any other: it must not differ either. */
export function refusedOr<T>(read: (given: T) => Promise<unknown>): (given: T) => Promise<unknown> {
  return async (given) => {
    try {
      return await read(given);
    } catch (error) {
      const { name, key, details } = error as { name: string; key: string; details: unknown };
      if (name !== "Refusal") throw error;
      return { refused: key, details };
    }
  };
}

/** For reads that only somebody signed in can begin. */
const asPerson =
  (read: (person: Person, asking: Asking) => Promise<unknown>): Read =>
  async (asking) =>
    isPerson(asking.actor) ? read(asking.actor, asking) : null;

/** Everybody's: what of them is somebody's own, each read decides. */
const everyNotice = async (db: Db) => (await db.select({ id: notices.id }).from(notices)).map(({ id }) => id);

const states = ["all", "submitted", "accepted", "assigned", "answered", "closed"] as const;
const everything = scopeInput.parse({});

/**
 * Every exported read of the domain stands in one of these three; a new one fails the test until it does.
 * First what is answered to everybody alike.
 */
export const square: Record<string, Read> = {
  "posts/read-tag.ts readTag": ({ db, now }) => readTag(db, secret, null, now),
  "signatures/read-signers.ts findJointLetter": ({ db, numbers }) =>
    each(numbers, (number) => findJointLetter(db, number)),
  "retention/list-held.ts listHeld": ({ db }) => listHeld(db, null),
  "assessment/contests.ts listContests": ({ db }) => listContests(db, "2026-09" as never),
  "assessment/exclusions.ts listExclusions": ({ db }) => listExclusions(db, null),
  "assessment/read-reports.ts listReports": ({ db }) =>
    each(["month", "year"] as const, (kind) => listReports(db, kind)),
  "assessment/read-reports.ts readReport": ({ db }) =>
    each(["2026", "2026-09", "2026-10"] as const, (period) => readReport(db, period as never)),
  "comments/read-history.ts readCommentHistory": ({ db, world, now }) => readCommentHistory(db, world.comment.id, now),
  "comments/read-thread.ts readNewer": ({ db, world, now }) => readNewer(db, world.post.id, 0, now),
  "comments/read-thread.ts readOneThread": ({ db, world, now }) =>
    readOneThread(db, world.post.id, world.comment.id, now),
  "comments/read-thread.ts readReplies": ({ db, world, now }) => readReplies(db, world.comment.id, undefined, now),
  "comments/read-thread.ts readThread": ({ db, world, now }) => readThread(db, world.post.id, {}, now),
  "directory/read-directory.ts readDirectory": ({ db, now }) => readDirectory(db, { q: "" }, now),
  "directory/read-phones.ts readPhonesOf": ({ db, world, now }) => readPhonesOf(db, world.accused.slug, now),
  "letters/addressees.ts readAccusable": ({ db }) => readAccusable(db),
  "letters/addressees.ts readAddressees": ({ db }) => readAddressees(db),
  "letters/brief.ts readBriefsOfComments": ({ db, world, now }) => readBriefsOfComments(db, [world.comment.id], now),
  "letters/brief.ts readBriefsOfPosts": ({ db, world, now }) => readBriefsOfPosts(db, [world.post.id], now),
  "letters/last-steps.ts readLastSteps": async ({ db, numbers }) => [...(await readLastSteps(db, numbers))],
  "letters/lead-offices.ts readLeadOffices": ({ db }) => readLeadOffices(db),
  "letters/list-public-letters.ts listPublicLetters": ({ db, now, world }) =>
    each([{}, { kind: "accusation" }, { mailbox: world.mailbox.slug }, { office: world.discipline.slug }], (filter) =>
      listPublicLetters(db, publicFilter.parse(filter), now),
    ),
  "letters/look-up.ts lookUpLetter": ({ db, numbers, now }) =>
    each(numbers, (number) => lookUpLetter(db, { number, code: "AAAAAAAA" }, now)),
  "letters/read-glance.ts readGlance": ({ db, now }) => readGlance(db, now),
  "letters/read-public-letter.ts readPublicLetter": ({ db, numbers, now }) =>
    each(numbers, (number) => readPublicLetter(db, number, now)),
  "letters/similar-letters.ts findSimilarPublic": ({ db, world }) =>
    findSimilarPublic(db, { title: secret, body: secret, region: world.city.slug, mailbox: world.mailbox.slug }),
  "letters/suggest-mailboxes.ts suggestMailboxes": ({ db }) => suggestMailboxes(db, secret),
  "moderation/read-log.ts readLog": ({ db }) => readLog(db),
  "moderation/read-log.ts listLoggingOffices": ({ db }) => listLoggingOffices(db),
  "flags/seen.ts findSeen": ({ db, world }) => findSeen(db, `comment:${world.comment.id}`),
  "offices/read-streams.ts readLeader": ({ db, world }) => readLeader(db, world.head.handle),
  "offices/read-streams.ts readLeaders": ({ db }) => readLeaders(db),
  "offices/read-streams.ts readOffice": ({ db, world }) => readOffice(db, world.discipline.slug),
  "offices/read-streams.ts readOffices": ({ db }) => readOffices(db),
  "owed-answers/read-owed.ts readOwedUnder": ({ db, world, now }) => readOwedUnder(db, [world.post.id], now),
  "polls/read-polls.ts readPolls": ({ db, world }) => readPolls(db, [world.post.id]),
  "posts/read-particulars.ts readParticulars": async ({ db, world: { post }, now }) =>
    (await readParticulars(db, [post], now))(post.id),
  "posts/read-post.ts readPost": ({ db, world, now }) => readPost(db, world.post.id, now),
  "posts/read-posts.ts readHome": ({ db, now }) => readHome(db, {}, now),
  "posts/read-posts.ts readPostsOfKind": ({ db, now }) => readPostsOfKind(db, "broadcast", {}, now),
  "posts/read-posts.ts readStream": ({ db, world, now }) => readStream(db, { handle: world.head.handle }, {}, now),
  "search/facets.ts countFacets": ({ db }) => countFacets(db, soughtIn(secret)!, {}),
  "search/search.ts findPlaces": ({ db }) => findPlaces(db, soughtIn(secret)!, {} as never, 20),
  "search/search.ts search": async ({ db, now }) => {
    const { sought: _, ...found } = await search(db, { q: secret } as never, now);
    return found;
  },
  "sessions/read-debts.ts readDebts": ({ db, world, now }) => readDebts(db, world.post.id, undefined, now),
  "sessions/read-questions.ts readOpening": ({ db, world, now }) => readOpening(db, world.post.id, now),
  "sessions/read-questions.ts readQuestions": ({ db, world, now }) =>
    each(questionViews, (view) => readQuestions(db, world.post.id, { view }, now)),
  "sessions/read-sessions.ts readNextSession": ({ db, now }) => readNextSession(db, now),
  "sessions/read-sessions.ts readSessions": ({ db, now }) => readSessions(db, {}, now),
  "sessions/shown.ts readSessionsOf": ({ db, world }) => readSessionsOf(db, [world.post.id]),
  "signatures/read-signers.ts readJointLetter": ({ db, numbers }) =>
    each(numbers, (number) => readJointLetter(db, number, null)),
  "themes/read-themes.ts readThemes": ({ db, world }) => readThemes(db, world.post.id),
  "statistics/list-letters-behind.ts listLettersBehind": ({ db, now }) =>
    each(behind, (what) => listLettersBehind(db, behindInput.parse({ what }), now)),
  "statistics/read-figures.ts readFigures": ({ db, world }) =>
    each(["all" as const, { mailboxId: world.mailbox.id }], (of) => readFigures(db, of)),
  "statistics/read-statistics.ts readBreakdown": ({ db, now }) =>
    each(groupings, (by) => readBreakdown(db, everything, by, undefined, now)),
  "statistics/read-statistics.ts readStatistics": ({ db, now }) => readStatistics(db, everything, now),
  "suggestions/leader-shares.ts readLeaderShares": ({ db }) => readLeaderShares(db),
  "suggestions/list-suggestions.ts listSuggestions": ({ db }) => listSuggestions(db, {}),
  "suggestions/read-decisions.ts readDecisions": ({ db, ids }) => readDecisions(db, ids),
  "supervision/lights-feed.ts readLightsFeed": ({ db }) => readLightsFeed(db, 0),
};

/** What depends on who asks. */
export const desk: Record<string, Read> = {
  "themes/read-themes.ts readThemesToCorrect": ({ db, actor, world }) => readThemesToCorrect(db, actor, world.post.id),
  "polls/read-polls.ts readMyBallots": asPerson((person, { db, world }) =>
    readMyBallots(db, person.id, [world.post.id]),
  ),
  "bookmarks/find-kept.ts findKept": ({ db, numbers }) =>
    findKept(
      db,
      numbers.map((number) => `letter:${number}`),
      "any",
    ),
  "bookmarks/read-bookmarks.ts listBookmarks": asPerson(async (person, { db, numbers, now }) => [
    await each(numbers, (number) => keepBookmark(db, person, { what: `letter:${number}`, keep: 1 }, now)),
    await listBookmarks(db, person, null, now),
  ]),
  "bookmarks/read-bookmarks.ts readMyBookmarks": asPerson((person, { db, numbers }) =>
    readMyBookmarks(
      db,
      person,
      numbers.map((number) => `letter:${number}`),
    ),
  ),
  "mentions/find-mentioned.ts findMentioned": ({ db }) => findMentioned(db, `@${secret}`),
  "mentions/list-mentions.ts listMentions": ({ db, actor, now }) =>
    each(["person", "desk"] as const, (of) => listMentions(db, actor, { of, after: null }, now)),
  "follows/read-followed.ts readFollowed": asPerson(async (person, { db, numbers, now }) => [
    await each(numbers, (number) => follow(db, person, { topic: `letter:${number}`, follow: 1 }, now)),
    await readFollowed(db, person, undefined, now),
  ]),
  "assessment/contests.ts listToDecide": ({ db, actor }) => listToDecide(db, actor),
  "ratings/list-refused.ts listRefusedRatings": ({ db, actor }) => listRefusedRatings(db, actor),
  "retention/count-own-open.ts countOwnOpen": asPerson((person, { db }) => countOwnOpen(db, person)),
  "administration/read-staff.ts readStaff": ({ db, actor }) => readStaff(db, actor),
  "administration/read-structure.ts readStructure": ({ db, actor }) => readStructure(db, actor),
  "assessment/own-scores.ts readOwnScores": ({ db, actor, now }) => readOwnScores(db, actor, now),
  "call-backs/list-to-call.ts findToCall": ({ db, actor, ids }) => each(ids, (id) => findToCall(db, actor, id)),
  "call-backs/list-to-call.ts listToCall": ({ db, actor }) => listToCall(db, actor, null),
  "call-backs/make-call.ts readCallBackContact": ({ db, actor, ids, now }) =>
    each(ids, (callBackId) => readCallBackContact(db, actor, { callBackId }, now)),
  "comments/read-own.ts readOwnComment": ({ db, actor, world, now }) =>
    readOwnComment(db, actor, world.comment.id, now),
  "concerns/list-warnings.ts listWarnings": ({ db, actor, now }) =>
    each(["open", "dismissed"] as const, (show) => listWarnings(db, actor, { show }, now)),
  "concerns/read-members.ts readMembers": async ({ db, actor, now }) => {
    const gathered = await db.select({ id: concerns.id }).from(concerns).orderBy(concerns.id);
    return readMembers(
      db,
      actor,
      gathered.map(({ id }) => id),
      now,
    );
  },
  "directory/read-phones.ts readKeptPhones": ({ db, actor, now }) => readKeptPhones(db, actor, now),
  "images/read.ts readImage": ({ db, actor }) => readImage(db, secret, async () => actor),
  "led-cases/read-led-cases.ts readLedCases": asPerson((person, { db, now }) => readLedCases(db, person, now)),
  "letters/addressees.ts readKeptMailboxes": asPerson((person, { db }) => readKeptMailboxes(db, person)),
  "letters/find-own-letter.ts findOwnLetter": ({ db, actor, numbers }) =>
    each(numbers, (number) => findOwnLetter(db, actor, number)),
  "letters/leader-today.ts readLeaderToday": asPerson((person, { db, now }) => readLeaderToday(db, person, now)),
  "letters/leaders-trail.ts readLeadersTrail": ({ db, actor, ids }) =>
    each(ids, (id) => readLeadersTrail(db, actor, id)),
  "letters/list-desk-letters.ts listDeskLetters": ({ db, actor, now, world }) =>
    each(
      [
        ...states.map((state) => ({ state })),
        { state: "all" as const, kind: "accusation" as const },
        { state: "all" as const, owner: world.discipline.slug },
        { state: "all" as const, lead: world.discipline.slug },
        { state: "all" as const, step: "order" as const },
        { claim: "nobody" as const },
        { urged: true },
        { card: "red" as const },
      ],
      (filter) => listDeskLetters(db, actor, filter, now),
    ),
  "letters/list-my-letters.ts listMyLetters": asPerson((person, { db, now }) => listMyLetters(db, person, null, now)),
  "letters/open-letter.ts openLetter": ({ db, actor, numbers, now }) =>
    each(numbers, (number) => openLetter(db, actor, number, now)),
  "letters/open-letter.ts readContact": ({ db, actor, ids, now }) =>
    each(ids, (letterId) => readContact(db, actor, { letterId }, now)),
  "letters/quote-comment.ts readOwnComment": ({ db, actor, world }) => readCommentToQuote(db, actor, world.comment.id),
  "letters/read-letter-for.ts readLetterFor": ({ db, actor, numbers, now }) =>
    each(numbers, (number) => readLetterFor(db, actor, number, now)),
  "flags/read-flags.ts listFlaggedPosts": ({ db, actor }) => listFlaggedPosts(db, actor),
  "flags/read-flags.ts listOwnFlags": ({ db, actor }) => listOwnFlags(db, actor, null),
  "grievances/read-grievances.ts listGrievances": ({ db, actor }) => listGrievances(db, actor),
  "grievances/read-grievances.ts listStruck": ({ db, actor, now }) => listStruck(db, actor, now),
  "moderation/bulk.ts readOwnBulk": ({ db, actor, now }) => readOwnBulk(db, actor, now),
  "posts/read-discussion.ts readDiscussion": ({ db, actor, world }) => readDiscussion(db, actor, world.post.id),
  "suspicions/read-suspicions.ts listSuspectedPosts": ({ db, actor }) => listSuspectedPosts(db, actor),
  "suspicions/read-suspicions.ts listSuspicions": ({ db, actor, world }) =>
    listSuspicions(db, actor, world.post.id, world.city.lineage),
  "votes/invalidate.ts listStrikes": ({ db, actor, world }) =>
    listStrikes(db, actor, world.post.id, world.city.lineage),
  "words/rules.ts listRuledRegions": ({ db, actor }) => listRuledRegions(db, actor),
  "words/rules.ts listRules": ({ db, actor }) => listRules(db, actor),
  "moderation/read-author.ts readAuthorOf": ({ db, actor, world, now }) =>
    readAuthorOf(db, actor, world.comment.id, now),
  "moderation/read-queue.ts readModerated": ({ db, actor, world, now }) =>
    readModerated(db, actor, world.comment.id, now),
  "moderation/read-queue.ts readQueue": ({ db, actor, now }) => readQueue(db, actor, {}, now),
  "notices/contents.ts readContents": asPerson(async (person, { db }) =>
    readContents(db, person, await everyNotice(db)),
  ),
  "notices/read-notices.ts countUnread": asPerson((person, { db }) => countUnread(db, person)),
  "notices/read-notices.ts listNotices": asPerson((person, { db }) => listNotices(db, person)),
  "owed-answers/list-owed.ts countOwed": ({ db, actor }) => countOwed(db, actor),
  "owed-answers/list-owed.ts listOwed": ({ db, actor, now }) => listOwed(db, actor, undefined, now),
  "sessions/read-led.ts readLedSession": ({ db, actor, world, now }) =>
    readLedSession(db, actor, world.post.id, {}, now),
  "sessions/read-led.ts readLedSessions": ({ db, actor, now }) => readLedSessions(db, actor, now),
  "signatures/read-signers.ts readMySignature": asPerson((person, { db, numbers }) =>
    each(numbers, (number) => readMySignature(db, person, number)),
  ),
  "supervision/deliver-lights.ts readFeedState": ({ db, actor }) => readFeedState(db, actor),
  "supervision/light-days.ts readLightDays": ({ db, actor, now }) => readLightDays(db, actor, now),
  "supervision/lights-board.ts readLightsBoard": ({ db, actor, now }) => readLightsBoard(db, actor, now),
  "supervision/list-orders.ts countLadder": ({ db, actor }) => countLadder(db, actor),
  "supervision/list-orders.ts listOrders": ({ db, actor, now }) =>
    each(["open", "awaiting", "overdue"] as const, (show) => listOrders(db, actor, { show } as never, now)),
  "supervision/passing-on.ts readPassedLetters": ({ db, actor, now }) => readPassedLetters(db, actor, now),
  "supervision/passing-on.ts readPassingOffices": ({ db, actor }) => readPassingOffices(db, actor),
};

/** What cannot tell of an accusation, and why. */
export const apart: Record<string, string> = {
  "flags/read-flags.ts readFlagged": "Reports of a thing, for who has been let see the thing.",
  "grievances/act.ts findAct": "A hiding or striking, for who contests it: it is authorized by its caller.",
  "people/read-trust.ts readTrust": "An account's step of trust, one word.",
  "suspicions/find.ts findSuspicions": "The timetable's: it answers with a number.",
  "follows/follow.ts readMyFollows": "One's own follows.",
  "posts/read-posts.ts readPostsWhere": "Posts that a condition names.",
  "publication/read-published-pictures.ts readPublishedPictures":
    "Of a letter that the asking function has shown to be readable.",
  "publication/read-readings.ts readReadings": "Of a letter that the asking function has shown to be its writer's.",
  "call-backs/read-verdict.ts readCallBackVerdict": "Of a letter that the asking function has shown to be readable.",
  "access/actor.ts readPerson": "Somebody's own roles.",
  "administration/find.ts findLeader": "Names a position.",
  "administration/find.ts findMailbox": "Names a mailbox.",
  "administration/find.ts findOffice": "Names an office.",
  "administration/find.ts findRegion": "Names a region.",
  "administration/first-administrator.ts openAdministration": "Makes the first administrator.",
  "administration/scope.ts findScope": "Names a place for a role.",
  "appeals/desk-appeals.ts listConfirmed": "Appeals, which no letter stands behind.",
  "appeals/desk-appeals.ts listOpenReports": "Reports about appeals.",
  "appeals/desk-appeals.ts listToVerify": "Appeals.",
  "appeals/list-appeals.ts listAppeals": "Appeals as posts; readHome and readPost show them too.",
  "appeals/read-appeal-for.ts readAppealFor": "An appeal, one's own promises, and reports about it.",
  "appeals/read-pledges.ts readNewestPledges": "Promises for an appeal.",
  "appeals/read-pledges.ts readPledges": "Promises for an appeal.",
  "appeals/shown.ts readAppeals": "Appeals.",
  "appeals/verifiers.ts findVerifier": "Names an office.",
  "appeals/verifiers.ts readVerifiers": "Offices.",
  "assessment/count-offices.ts countOffices": "What reports are frozen from; readReport shows them.",
  "assessment/formulas.ts listFormulas": "Formulas.",
  "assessment/freeze.ts findReport": "The head of a report; readReport shows it.",
  "calendar/foretell-year.ts foretellYear":
    "For an administrator who imports days: how many dates would move, by no letter's name.",
  "calendar/read-calendar-years.ts readCalendarYears": "Days.",
  "calendar/read-now.ts readCalendar": "Days.",
  "calendar/read-now.ts readNow": "The clock.",
  "call-backs/read-draws.ts listDraws": "Months and seeds; whom they drew readDraw says.",
  "call-backs/read-draws.ts readDraw":
    "Its seed is made of the whole record; which letters are in the urn draw-month.test.ts says.",
  "comments/count.ts countComments": "Counts comments.",
  "directory/read-phones.ts readFirstPhones": "Telephones.",
  "directory/read-phones.ts readPublishedNumbers": "Telephones.",
  "directory/shown-phone.ts readCallsToday": "How often a telephone was not answered.",
  "directory/superior-mailbox.ts findSuperiorMailbox": "Names a mailbox.",
  "drafts.ts readDraft": "One's own words.",
  "events/stamped.ts readEventsAfter": "For the relay; what sockets are told of it the test says apart.",
  "handovers.ts readHandover": "One's own words, by a secret.",
  "incidents/read-incidents.ts readRunningIncidents": "Incidents.",
  "led-cases/read-led-cases.ts readLedCase": "Of a letter that the asking function has shown to be readable.",
  "ledger/checkpoints.ts listCheckpoints":
    "Sizes and roots: that something was recorded is public, what it was is not.",
  "ledger/checkpoints.ts openLedger": "The ledger's key.",
  "ledger/nodes.ts readNodes": "Hashes.",
  "ledger/nodes.ts readProofs": "Hashes.",
  "ledger/read-ledger.ts readConsistency": "Hashes.",
  "ledger/read-ledger.ts readEntries": "An event that is not public is sealed: a hash. Its own tests hold it.",
  "ledger/read-letter-ledger.ts readOwnLedger":
    "Needs the ledger's key; its own test asks as somebody who may not read the letter.",
  "ledger/read-letter-ledger.ts readPublicLedger":
    "Needs the ledger's key; its own test asks for a letter that is not public.",
  "ledger/read-seal.ts readSeal": "Hashes.",
  "letters/addressees.ts readPlaces": "Regions.",
  "letters/brief.ts readBriefs":
    "What a condition names among the letters everybody knows; listPublicLetters and readGlance run it.",
  "letters/clocks.ts countAgain": "Inside a step.",
  "letters/clocks.ts findRunningClock": "Inside a step.",
  "letters/contact.ts readKnown": "Inside a step; readContact asks who may.",
  "letters/desk-rows.ts readDeskRows":
    "What a condition names; listDeskLetters, readLeaderToday and readLedCases give it theirs.",
  "letters/desks.ts readDesks": "Of a letter that the asking function has shown to be readable.",
  "letters/expected-dates.ts expectedDates": "Dates.",
  "letters/find-mailbox.ts findAccused": "Names an office or a position.",
  "letters/find-mailbox.ts findMailbox": "Names a mailbox.",
  "letters/find-mailbox.ts findMailboxFor": "Names a mailbox.",
  "letters/find-mailbox.ts findRegion": "Names a region.",
  "letters/foretell.ts foretellAccept": "Dates.",
  "letters/foretell.ts foretellFinish": "Dates.",
  "letters/leaders-trail.ts readOwnReadings": "When somebody themselves opened letters that readLeaderToday has shown.",
  "letters/letter.ts findLetter": "Inside a step: the facts that rights are decided by.",
  "letters/letter.ts findLetterByNumber": "Inside a read: the facts that rights are decided by.",
  "letters/read-asked.ts readAsked": "Of a letter that readLetterFor has shown to be readable.",
  "letters/read-beside.ts readBeside": "Of a letter that readLetterFor has shown to be readable.",
  "letters/read-merged.ts readGuests":
    "Of a letter that the asking function has shown to be readable; an accusation is never merged.",
  "letters/read-merged.ts readHost":
    "Of a letter that the asking function has shown to be readable; an accusation is never merged.",
  "letters/read-promises.ts readPromises": "Of a letter that the asking function has shown to be readable.",
  "letters/recount-clocks.ts countChanges":
    "For an administrator who imports days: how many dates would move, by no letter's name.",
  "letters/reviews.ts readReviews": "Of a letter that the asking function has shown to be readable.",
  "letters/reviews.ts readReviewsSoFar": "Inside a step.",
  "letters/send-writing.ts readReceiptCode": "One's own receipt.",
  "letters/similar-letters.ts findSimilarToMerge":
    "Only triage is asked for; it leaves out accusations, as its own test shows.",
  "letters/timeline.ts readTimeline": "Of a letter that the asking function has shown to be readable.",
  "letters/verdicts.ts readVerdicts": "Of a letter that the asking function has shown to be readable.",
  "letters/writing.ts readWriting": "One's own words.",
  "messages/read-outbox.ts readOutbox":
    "Demo mode's own page of short messages, which has no sign-in and no place elsewhere.",
  "mail-addresses/confirm-address.ts readConfirmation": "An address, by a secret that was sent there.",
  "mail-addresses/confirm-address.ts readWaiting": "One's own address.",
  "notices/reach.ts readReach": "Where somebody can be reached: for the platform's own telling.",
  "notices/read-notices.ts findNotice": "One of those that readContents gives.",
  "notices/settings.ts readOwnReach": "One's own address and wishes.",
  "notices/unsubscribe.ts readSubscription": "Whether a kind of mail still comes, by a signed link.",
  "moderation/claim.ts readClaims": "Who is on which comment.",
  "offices/assignable.ts readAssignable": "Offices; the accused one is left out for whoever assigns the accusation.",
  "offices/superior.ts findSuperior": "Names an office.",
  "owed-answers/recount-owed.ts countOwedChanges":
    "For an administrator who imports days: how many dates would move, by no name.",
  "people/read-plates.ts readPlates": "One's own plates.",
  "people/read-seat.ts readSeats": "One's own seats.",
  "policies/list-policies.ts listPolicies": "Numbers of the rules.",
  "policies/read-policies.ts readPolicies": "Numbers of the rules.",
  "posts/own-streams.ts readOwnStreams": "Streams.",
  "posts/read-drafts.ts readDraft": "Drafts of posts.",
  "posts/read-drafts.ts readDrafts": "Drafts of posts.",
  "posts/read-post.ts readPostHistory": "Wordings of a post.",
  "posts/read-posts.ts readOwnPosts": "One's own posts.",
  "posts/read-posts.ts readPinnedBroadcast": "A broadcast.",
  "posts/stream.ts findStream": "Names a stream.",
  "stories/read-own-named.ts readToRespond": "One's own plates, beside a story that everybody sees.",
  "stories/shown.ts readStories":
    "Of letters that the same condition finds as letter.read; its own test asks for a hidden one.",
  "stories/of-letter.ts readStoriesOfLetter": "Of a letter that the asking function has shown to be readable.",
  "updates/read-own-growing.ts readOwnGrowing": "In whose name one may add to a post.",
  "updates/read-updates.ts readLastNumber": "How far a post has grown.",
  "updates/read-updates.ts readNewestUpdates": "Updates of posts.",
  "updates/read-updates.ts readUpdate": "One update of a post.",
  "updates/read-updates.ts readUpdates": "Updates of a post.",
  "ratings/links.ts findRatingLink": "By a secret that only the writer has.",
  "ratings/read-link.ts readRatingLink": "By a secret that only the writer has.",
  "search/find-names.ts findNames": "Names of offices and positions.",
  "search/read-hits.ts readHits": "Of what findPlaces has found.",
  "sign-in/links.ts readLink": "By a secret.",
  "sign-in/open-sign-in.ts openSignIn": "A sign-in.",
  "sign-in/read-sign-ins.ts readSignIns": "One's own sign-ins.",
  "signatures/read-signers.ts readContacts": "Of a letter that the asking function has shown to be readable.",
  "signatures/read-signers.ts readSigners": "Of a letter that the asking function has shown to be readable.",
  "statistics/named-groups.ts readCounties": "Regions.",
  "statistics/take-facts.ts findMoved": "Inside the keeping of figures.",
  "suggestions/read-adoption.ts readAdoption": "Of a letter that the asking function has shown to be readable.",
  "supervision/issue-order.ts findInForce": "Inside a step.",
  "supervision/lights-feed.ts readLightChange": "One change of those that readLightsFeed lists.",
  "supervision/passing-on.ts countPassingOn": "Inside the timetable; readPassedLetters and readPassingOffices show it.",
  "supervision/read-orders.ts readOrders": "Of a letter that the asking function has shown to be readable.",
  "supervision/read-orders.ts readOwnOrders": "Of a letter that readLetterFor has shown to be readable.",
  "votes/mine.ts readMyVotes": "One's own votes.",
  "votes/mine.ts readMyVotesOn": "One's own votes.",
  "wordings/read-wordings.ts readWordings": "One's own standard wordings.",
};
