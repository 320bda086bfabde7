const longest = 40;
const sentenceEnd = /^.*?[。！？!?\n]|^.*?\.(?=\s)/su;

/** What a post is called where only a line fits (the window's title, a link): its first sentence, cut where it is long. */
export function headline(body: string, most = longest): string {
  const text = body.trim();
  const first = (sentenceEnd.exec(text)?.[0] ?? text).replace(/[。.\n]$/u, "").trim();
  const letters = Array.from(first);
  return letters.length <= most ? first : `${letters.slice(0, most - 1).join("")}…`;
}
