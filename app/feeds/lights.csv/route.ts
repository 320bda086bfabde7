import { noPosition, sinceOf } from "#app/feeds/since.ts";
import { db } from "#db/client.ts";
import { type LightChange, readLightsFeed } from "#domain/supervision/lights-feed.ts";

const columns = [
  "position",
  "at",
  "level",
  "clock",
  "dueOn",
  "letter",
  "mailbox",
  "office",
  "officeName",
] as const satisfies readonly (keyof LightChange)[];

/** A spreadsheet must take nothing for a formula, and read Chinese as such. */
const cell = (value: string | number) =>
  `"${String(value)
    .replace(/^[=+\-@]/, "'$&")
    .replaceAll('"', '""')}"`;
const byteOrderMark = "\uFEFF";

/** The lights feed as a table; the position to ask on from stands in a header of the answer. */
export async function GET(request: Request): Promise<Response> {
  const since = sinceOf(request);
  if (since === null) return noPosition();
  const { changes, position, more } = await readLightsFeed(db, since);
  const rows = changes.map((change) => columns.map((name) => cell(change[name])).join(","));
  return new Response(`${byteOrderMark}${[columns.join(","), ...rows].join("\r\n")}\r\n`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="lights.csv"',
      "cache-control": "no-cache",
      "x-gongpu-position": String(position),
      "x-gongpu-more": String(more),
    },
  });
}
