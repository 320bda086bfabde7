import { folded } from "#domain/search/grams.ts";

/** An answer to one question of a solicitation. */
export interface Answer {
  id: number;
  body: string;
}

/** Answers that have a phrase in common. */
export interface Proposal {
  phrase: string;
  commentIds: number[];
}

/** What one answer says is an opinion; a theme is what several say, and of very many not just two. */
const fewestOf = (answers: number) => Math.max(2, Math.ceil(answers / 50));
const mostThemes = 12;
const longestPhrase = 6;

/** Characters that hold sentences together and are no part of what is spoken of. */
const linking =
  /[的了是不我你您他她它们这那有在就也都和与及请能可以要会很没还又再才只让把被给吗呢吧啊呀么什怎谁哪对从但而或如果因所每各个次些等最更太过着得地之其某向往由比跟于为此]/u;

/**
 * Groups answers by what they speak of: the phrase that most of them have in common makes the first theme, of those that
 * are left the next, and so on. Of phrases that equally many share the longest is taken, then the one said first, so
 * that the same answers always make the same themes and anybody can see why an answer stands where it stands. What
 * the question itself says (`asked`) tells no two answers apart. Without a model, without a list of themes.
 */
export function proposeThemes(answers: readonly Answer[], asked: string, without: readonly string[]): Proposal[] {
  const given = new Set([...phrasesIn(asked), ...without]);
  const said = new Map<string, Set<number>>();
  for (const { id, body } of answers) {
    for (const phrase of phrasesIn(body)) {
      if (given.has(phrase)) continue;
      said.set(phrase, (said.get(phrase) ?? new Set()).add(id));
    }
  }
  const fewest = fewestOf(answers.length);
  const shared = new Map([...said].filter(([, ids]) => ids.size >= fewest));
  const proposals: Proposal[] = [];
  while (proposals.length < mostThemes) {
    const phrase = mostShared(shared);
    if (phrase === null) break;
    const ids = [...shared.get(phrase)!];
    proposals.push({ phrase, commentIds: ids });
    for (const [other, left] of shared) {
      for (const id of ids) left.delete(id);
      if (left.size < fewest) shared.delete(other);
    }
  }
  return proposals;
}

/** The first of those that most answers share and that are longest. */
function mostShared(shared: ReadonlyMap<string, ReadonlySet<number>>): string | null {
  let best: { phrase: string; shares: number } | null = null;
  for (const [phrase, { size: shares }] of shared) {
    if (!best || shares > best.shares || (shares === best.shares && phrase.length > best.phrase.length))
      best = { phrase, shares };
  }
  return best?.phrase ?? null;
}

/** Two to six neighbouring Chinese characters without linking ones; of other writing whole words. */
export function phrasesIn(text: string): Set<string> {
  const phrases = new Set<string>();
  for (const run of folded(text).match(/\p{Script=Han}+|\p{Alphabetic}{4,}/gu) ?? []) {
    if (!/^\p{Script=Han}/u.test(run)) phrases.add(run);
    else for (const part of run.split(linking)) for (const phrase of piecesOf([...part])) phrases.add(phrase);
  }
  return phrases;
}

function* piecesOf(characters: readonly string[]): Generator<string> {
  for (let from = 0; from < characters.length; from += 1) {
    const end = Math.min(characters.length, from + longestPhrase);
    for (let to = from + 2; to <= end; to += 1) yield characters.slice(from, to).join("");
  }
}
