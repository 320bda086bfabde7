import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import type { Query } from "#app/_square/query.ts";
import { topicOfHit } from "#app/_square/search.ts";
import { db } from "#db/client.ts";
import { readTag } from "#domain/posts/read-tag.ts";
import { foldedTag } from "#domain/posts/tags.ts";

/** Milliseconds for which a page may be shown again: what is said under a tag stands there within two seconds. */
const goodFor = 1_500;

/** #话题#: what was said under a tag; null where nobody has said anything. */
export async function readTagPage(given: string, { after }: Query) {
  const tag = foldedTag(decoded(given));
  const at = await now();
  const cursor = typeof after === "string" && /^(?:post|comment)-[1-9]\d{0,14}$/.test(after) ? after : null;
  const page = await readTag(db, tag, cursor, at);
  const until = new Date(at.at.getTime() + goodFor);
  await shows(["structure", ...(page?.hits ?? []).map(topicOfHit)], { until });
  return page && { tag, after: cursor, ...page };
}

/** Next hands a page the part of its address as it stands there, and a twin as it reads. */
function decoded(given: string): string {
  try {
    return decodeURIComponent(given).slice(0, 40);
  } catch {
    return "";
  }
}
