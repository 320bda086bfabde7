import { useLocale, useTranslations } from "next-intl";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { named, titled } from "#components/people/named.ts";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { LetterBrief } from "#domain/letters/brief.ts";

const kinds: Partial<Record<LetterBrief["state"], TagKind>> = { answered: "ok", closed: "neutral", refused: "warn" };

/** 办理中, 已办结: where the letter is, in one word. */
export function StateTag({ state }: { state: LetterBrief["state"] }) {
  const t = useTranslations("letters.states");
  return <Tag kind={kinds[state]}>{t(state)}</Tag>;
}

/** Whose turn it is and until when, in one sentence: 轮到市交通运输局，2月24日前答复。 */
export function TurnWords({ turn }: { turn: NonNullable<LetterBrief["turn"]> }) {
  const t = useTranslations("square.letter.turn");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  const who = turn.office ? named(language, turn.office) : t("writer");
  const date = dayWords(turn.dueOn, language);
  return t.rich(turn.what, {
    who,
    due: turn.provisional ? calendar("expected", { date }) : date,
    b: (words) => <b>{words}</b>,
  });
}

/** A due day without its year and weekday: 2月24日. */
function dayWords(on: string, language: "zh-CN" | "en"): string {
  return whenWords({ on, short: true }, language).replace(/（.*）$|^\w+ /u, "");
}

interface BriefLampProps {
  light: NonNullable<LetterBrief["light"]>;
  /** A letter taken back ended no term; one refused was decided, but not 按期受理. */
  state?: LetterBrief["state"];
  size?: "s" | "m";
}

/** The office's light, with the day of the term on which it ended. */
export function BriefLamp({ light, state, size }: BriefLampProps) {
  const t = useTranslations("calendar.nth");
  if (state === "withdrawn") return null;
  const what = state === "refused" ? undefined : light.what;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-sm text-ink-2">
      <LightLamp light={light} what={what} year={Number(light.dueOn.slice(0, 4))} size={size} />
      {light.lamp === "met" && light.nth && <span>· {t(light.nth.unit, { n: light.nth.n })}</span>}
    </span>
  );
}

/** The mailbox it was sent to: 市长信箱. */
export function useMailboxName({ leader, office }: LetterBrief["mailbox"]): string {
  const t = useTranslations("square.letter");
  const language = useLocale();
  return t("mailbox", { name: leader ? titled(language, leader) : named(language, office) });
}
