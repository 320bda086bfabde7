import { useTranslations } from "next-intl";
import type { hidingCodes } from "#domain/letters/input.ts";
import type { HidingCode } from "#domain/moderation/codes.ts";
import type { strikeCodes } from "#domain/votes/invalidate.ts";

type LetterHidingCode = (typeof hidingCodes)[number];
type StrikeCode = (typeof strikeCodes)[number];

/** Why, in words: a letter is hidden and votes are struck for reasons of their own. */
export function useReasonWords(): (act: string, code: string) => string {
  const talk = useTranslations("moderation");
  const letters = useTranslations("letters.hidingCodes");
  return (act, code) => {
    if (act.startsWith("letter.")) return letters(code as LetterHidingCode);
    return act.startsWith("votes.") ? talk(`strikeCodes.${code as StrikeCode}`) : talk(`codes.${code as HidingCode}`);
  };
}
