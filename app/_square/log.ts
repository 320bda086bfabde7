import { shows } from "#app/_edge/shows.ts";
import { idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { hidingCodes } from "#domain/moderation/codes.ts";
import { groupNames, listLoggingOffices, logGroups, readLog } from "#domain/moderation/read-log.ts";
import { strikeCodes } from "#domain/votes/invalidate.ts";

/** 公开日志. */
export async function readLogPage(query: Query) {
  await shows("log");
  const what = groupNames.find((group) => group === query.what);
  const after = idOf(query.after);
  const code = [...hidingCodes, ...strikeCodes].find((one) => one === query.code);
  const office = typeof query.office === "string" && /^[a-z0-9-]{1,80}$/.test(query.office) ? query.office : undefined;
  const [{ entries, next }, offices] = await Promise.all([
    readLog(db, { ...(what && { acts: logGroups[what] }), code, office, after }),
    listLoggingOffices(db),
  ]);
  return {
    what: what ?? null,
    code: code ?? null,
    office: office ?? null,
    offices,
    after: after ?? null,
    entries,
    next,
  };
}
