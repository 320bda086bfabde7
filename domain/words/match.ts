import type { WordEffect } from "#db/schema/moderation.ts";

/** Signs that are drawn alike or read alike, folded to one: digits in every script, Latin's doubles, what stands for 微. */
const alike: Record<string, string> = Object.fromEntries(
  [
    ["0", "〇零洞"],
    ["1", "一壹幺"],
    ["2", "二贰两"],
    ["3", "三叁"],
    ["4", "四肆"],
    ["5", "五伍"],
    ["6", "六陆"],
    ["7", "七柒拐"],
    ["8", "八捌"],
    ["9", "九玖"],
    ["a", "аα"],
    ["e", "еε"],
    ["o", "оο"],
    ["p", "рρ"],
    ["c", "с"],
    ["x", "хχ"],
    ["y", "у"],
    ["k", "кκ"],
    ["v", "ν"],
    ["微", "薇徽威嶶溦"],
  ].flatMap(([sign, others]) => [...others!].map((other) => [other, sign!])),
);

/**
 * A text as word rules see it: compatibility forms are plain (ＱＱ, ①), case is gone, and so is everything between
 * characters that is neither letter nor digit, so that 加*微*信, 加 微 信 and 加微信 are one.
 */
export function foldedText(text: string): string {
  return [...text.normalize("NFKC").toLowerCase().normalize("NFKD")]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .map((sign) => alike[sign] ?? sign)
    .join("");
}

/** A rule names several phrases apart by commas, spaces or lines; each is looked for by itself. */
export function phrasesOf(words: string): string[] {
  return words
    .split(/[\s,，、;；]+/u)
    .map(foldedText)
    .filter((phrase) => phrase !== "");
}

/** Does the text hold one of the rule's phrases, however it is spaced or written? */
export function isHit(words: string, text: string): boolean {
  const folded = foldedText(text);
  return phrasesOf(words).some((phrase) => folded.includes(phrase));
}

export interface WordRule {
  words: string;
  effect: WordEffect;
}

const strongest = ["refuse", "caution", "mark"] as const;

/** What the rules make of a text: of several the strongest; null where none holds. */
export function effectOf(rules: readonly WordRule[], text: string): WordEffect | null {
  const hit = new Set(rules.filter(({ words }) => isHit(words, text)).map(({ effect }) => effect));
  return strongest.find((effect) => hit.has(effect)) ?? null;
}

/** Words by which somebody is to be reached outside the platform. */
const contact =
  /微信|微我|扣扣|加我|加群|进群|私聊|私信|电报|手机|电话|联系|号码|二维码|扫码|qq|vx|wx|wechat|telegram|whatsapp|http|www|\dv/;

/** Only plain advertising may be refused: a rule that refuses names a way of being reached in each of its phrases. */
export function namesContact(words: string): boolean {
  const phrases = phrasesOf(words);
  return phrases.length > 0 && phrases.every((phrase) => contact.test(phrase));
}
