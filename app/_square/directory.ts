import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { readDirectory } from "#domain/directory/read-directory.ts";

/** 办公电话, as searched in the address. */
export async function readDirectoryPage(query: Query) {
  await shows(["directory", "structure"]);
  const q = typeof query.q === "string" ? query.q.trim().slice(0, 40) : "";
  const after = idOf(query.after);
  const { offices, next, entered } = await readDirectory(db, { q, after }, await now());
  await shows([], { until: earliest(offices.flatMap(({ phones }) => phones)) });
  return { q, after: after ?? null, offices, next, entered };
}
