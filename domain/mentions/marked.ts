/** An @ that belongs to no address, and what stands behind it: where the name ends only the names that there are can say. */
const mark = /(?<![A-Za-z0-9._%+-])[@＠]([\p{L}\p{N}_·-]{2,30})/gu;

/** More than this in one text calls nobody: it is a list, or worse. */
export const mostMentions = 10;

const shortestName = 2;

/** What stands behind the first ten @ of a text. */
export function markedIn(text: string): string[] {
  const found: string[] = [];
  for (const [, run] of text.matchAll(mark)) {
    found.push(run!);
    if (found.length === mostMentions) break;
  }
  return found;
}

/** Whatever may be the name, the longest first: Chinese leaves no blank behind it. */
export function beginningsOf(run: string): string[] {
  const characters = [...run];
  const lengths = Array.from({ length: characters.length - shortestName + 1 }, (_, n) => characters.length - n);
  return lengths.map((length) => characters.slice(0, length).join(""));
}
