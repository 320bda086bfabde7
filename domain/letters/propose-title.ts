const longest = 60;
/** Shorter than this a clause says nothing yet: 你好， */
const shortest = 4;

/** A title for a letter that began as a comment: its first clause that says something. Whoever converts it mends it. */
export function proposeTitle(comment: string): string {
  const clauses = comment
    .split(/[，。；！？、…,.;!?\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  const first = clauses.find((clause) => [...clause].length >= shortest) ?? clauses[0] ?? "";
  return [...first].slice(0, longest).join("");
}
