/** Something with a Chinese name that is found by its characters or by the first letters of their pinyin. */
export interface Findable {
  value: string;
  words: string;
  /** hyscszhglj for 河源市城市综合管理局. */
  initials: string;
  /** Said under the list once it is chosen: an office's telephone. */
  beside?: string | undefined;
}

/**
 * What fits best comes first: the characters themselves, then letters from the beginning, then in one piece, then letters
 * left out between (csglj finds 河源市城市综合管理局). An empty question is answered by everything, in its own order.
 */
export function findByInitials<One extends Findable>(all: readonly One[], typed: string): One[] {
  const wanted = typed.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  if (!wanted) return [...all];
  return all
    .map((one, place) => ({ one, place, fit: fitOf(one, wanted) }))
    .filter(({ fit }) => fit < 4)
    .sort((a, b) => a.fit - b.fit || a.place - b.place)
    .map(({ one }) => one);
}

function fitOf({ words, initials }: Findable, wanted: string): number {
  if (words.toLowerCase().includes(wanted)) return 0;
  if (initials.startsWith(wanted)) return 1;
  if (initials.includes(wanted)) return 2;
  return isWithin(wanted, initials) ? 3 : 4;
}

/** Whether the letters stand in the text in this order, with others between them. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at += 1;
  return at === letters.length;
}
