import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BriefLamp, TurnWords } from "#components/letters/brief-words.tsx";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { classes } from "#components/ui/classes.ts";
import type { KnownLetter } from "#domain/letters/read-public-letter.ts";
import type { Turn } from "#domain/letters/times.ts";

interface TurnPanelProps {
  letter: Pick<KnownLetter, "light" | "state">;
  turn: Turn | null;
  /** How the sentence is said: to everybody, or to the writer. */
  words?: (props: { turn: Turn }) => ReactNode;
}

/** Whose turn it is and until when, in one sentence, with one large lamp; or how it ended. */
export function TurnPanel({ letter, turn, words: Words = TurnWords }: TurnPanelProps) {
  const t = useTranslations("letter-page.turn");
  const { light, state } = letter;
  const burning = light && light.lamp !== "met" && light.lamp !== "missed" && light.lamp !== "provisional";
  const over = state === "refused" || state === "withdrawn" || state === "closed";
  return (
    <section
      aria-label={t("title")}
      className={classes(
        "mt-4 grid items-center gap-x-6 gap-y-1 border-y border-e border-y-rule-strong border-e-rule-strong bg-card",
        "px-4 py-3 sm:grid-cols-[1fr_auto] sm:px-5",
        burning ? edgeClass(light?.lamp) : "border-s border-s-rule-strong",
      )}
    >
      <p className="text-lg leading-relaxed text-pretty">
        {turn ? <Words turn={turn} /> : t(over ? state : "answered")}
      </p>
      {light &&
        (turn?.who === "office" ? (
          <LightLamp light={light} what={light.what} year={Number(light.dueOn.slice(0, 4))} size="big" href="#clocks" />
        ) : (
          <BriefLamp light={light} state={state} />
        ))}
    </section>
  );
}
