/** Marks that show nothing: zero-width spaces and joiners, soft hyphens, blank letters. An emoji keeps its joiner. */
const invisible =
  /[\u00AD\u115F\u1160\u180E\u200B\u200C\u2060-\u2064\u2800\u3164\uFEFF\uFFA0]|(?<!\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/** Marks that turn the direction of what follows: they can make a text read as something that was not written. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Control characters but tab and line feed; PostgreSQL takes no NUL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;

/**
 * What a person typed, as it is kept everywhere: NFC, line feeds, nothing invisible, at most one empty line in a row.
 * Two texts that look alike are then alike, for counting, for finding repeats and for the ledger's hash.
 */
export function plainText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, "\n")
    .replaceAll(control, "")
    .replaceAll(turning, "")
    .replaceAll(invisible, "")
    .normalize("NFC")
    .replaceAll(/[^\S\n]+$/gmu, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** Any text as PostgreSQL takes it: without NUL, and without half a character. What else is in it stays. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

/** Characters as a reader counts them: a rare character or a plain emoji is one, not two. */
export function lengthOf(text: string): number {
  return [...text].length;
}
