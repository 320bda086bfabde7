import { type Answer, phrasesIn, proposeThemes } from "./propose.ts";

/** A theme that there is already. */
export interface Standing {
  phrase: string;
  phrases: string[];
  kept: boolean;
  dropped: boolean;
}

/** Which answers belong to the theme of a phrase. */
export interface Group {
  phrase: string;
  commentIds: number[];
}

/**
 * The themes of the answers to one question: first those that staff have kept, each with what says one of its phrases;
 * of the answers that are left, those that are proposed. What was dropped is proposed no more.
 */
export function planThemes(asked: string, answers: readonly Answer[], standing: readonly Standing[]): Group[] {
  const kept = standing.filter((theme) => theme.kept && !theme.dropped);
  const groups = kept.map(({ phrase }): Group => ({ phrase, commentIds: [] }));
  const left = answers.filter(({ id, body }) => {
    const said = phrasesIn(body);
    const place = kept.findIndex(({ phrase, phrases }) => [phrase, ...phrases].some((one) => said.has(one)));
    if (place >= 0) groups[place]!.commentIds.push(id);
    return place < 0;
  });
  const known = standing
    .filter((theme) => theme.kept || theme.dropped)
    .flatMap(({ phrase, phrases }) => [phrase, ...phrases]);
  return [...groups, ...proposeThemes(left, asked, known)];
}
