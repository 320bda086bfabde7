import { readAppealsPage, readPledgesPage } from "#app/_square/appeals.ts";
import { readAssessmentPage, readDrawPage, readDrawsPage, readReportPage } from "#app/_square/assessment.ts";
import { readDirectoryPage } from "#app/_square/directory.ts";
import { readBroadcastsPage, readHomePage } from "#app/_square/home.ts";
import { readLedgerPage } from "#app/_square/ledger.ts";
import { readLetterPage, readLettersPage, readSignersPage } from "#app/_square/letters.ts";
import { readLogPage } from "#app/_square/log.ts";
import { readCommentHistoryPage, readPostHistoryPage, readPostPage } from "#app/_square/post.ts";
import type { Query } from "#app/_square/query.ts";
import { readSearchPage } from "#app/_square/search.ts";
import { readSessionPage, readSessionsPage } from "#app/_square/sessions.ts";
import { readLettersBehindPage, readStatisticsPage } from "#app/_square/statistics.ts";
import { readStoriesPage } from "#app/_square/stories.ts";
import { readLeaderPage, readLeadersPage, readOfficePage } from "#app/_square/streams.ts";
import { readSuggestionsPage } from "#app/_square/suggestions.ts";
import { readTagPage } from "#app/_square/tag.ts";
import { readUpdatePage } from "#app/_square/update.ts";

/** What a page shows, as its twin says it; null where there is no such page. */
type Read = (query: Query, part: string, second: string) => Promise<object | null>;

/**
 * Every square page once more: its address, and the function that page and twin both read from. A star stands for a
 * part of the address that names what is shown.
 */
const twins: Readonly<Record<string, Read>> = {
  "/": readHomePage,
  "/leaders": readLeadersPage,
  "/leaders/*": (query, handle) => readLeaderPage(handle, query),
  "/offices/*": (query, slug) => readOfficePage(slug, query),
  "/posts/*": (query, id) => readPostPage(id, query),
  "/posts/*/history": (_, id) => readPostHistoryPage(id),
  "/posts/*/updates/*": (_, id, number) => readUpdatePage(id, number),
  "/comments/*/history": (_, id) => readCommentHistoryPage(id),
  "/letters": readLettersPage,
  "/letters/*": (_, number) => readLetterPage(number),
  "/letters/*/signers": (query, number) => readSignersPage(number, query),
  "/appeals": readAppealsPage,
  "/appeals/*/pledges": (query, id) => readPledgesPage(id, query),
  "/assessment": readAssessmentPage,
  "/assessment/call-backs": readDrawsPage,
  "/assessment/call-backs/*": (_, month) => readDrawPage(month),
  "/assessment/*": (query, period) => readReportPage(period, query),
  "/assessment/*/bulletin": (query, period) => readReportPage(period, query),
  "/directory": readDirectoryPage,
  "/ledger": readLedgerPage,
  "/log": readLogPage,
  "/sessions": readSessionsPage,
  "/sessions/*": (query, id) => readSessionPage(id, query),
  "/statistics": readStatisticsPage,
  "/statistics/letters": readLettersBehindPage,
  "/search": readSearchPage,
  "/broadcasts": readBroadcastsPage,
  "/stories": readStoriesPage,
  "/suggestions": readSuggestionsPage,
  "/topics/*": (query, name) => readTagPage(name, query),
};

/** The addresses that have a twin. */
export const twinAddresses = Object.keys(twins);

/** Finds the page of an address (`["posts", "12"]`) and the parts that its stars stand for. */
export function twinOf(path: readonly string[]): ((query: Query) => Promise<object | null>) | null {
  return foundAt(twins, path);
}

/** In a table of addresses: what is at this one, given the parts that its stars stand for. */
export function foundAt<T>(
  table: Readonly<Record<string, (query: Query, part: string, second: string) => Promise<T>>>,
  path: readonly string[],
): ((query: Query) => Promise<T>) | null {
  for (const [address, read] of Object.entries(table)) {
    const pattern = address.split("/").filter(Boolean);
    if (pattern.length !== path.length) continue;
    if (!pattern.every((part, place) => part === "*" || part === path[place])) continue;
    const [part = "", second = ""] = path.filter((_, place) => pattern[place] === "*");
    return (query) => read(query, part, second);
  }
  return null;
}
