/** #路灯#: between two signs, without blanks, at most thirty characters; one that is all digits is a number and no tag. */
export const tagPattern = /[#＃](?!\d+[#＃])([\p{L}\p{N}_·-]{2,30})[#＃]/gu;

/** One tag, however it was typed. */
export function foldedTag(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/** The tags of a text, each once. */
export function tagsIn(text: string): string[] {
  return [...new Set([...text.matchAll(tagPattern)].map(([, name]) => foldedTag(name!)))];
}
