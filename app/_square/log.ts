import { shows } from "#app/_edge/shows.ts";
import { idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { groupNames, logGroups, readLog } from "#domain/moderation/read-log.ts";

/** 公开日志. */
export async function readLogPage(query: Query) {
  await shows("log");
  const what = groupNames.find((group) => group === query.what);
  const after = idOf(query.after);
  const { entries, next } = await readLog(db, { ...(what && { acts: logGroups[what] }), after });
  return { what: what ?? null, after: after ?? null, entries, next };
}
