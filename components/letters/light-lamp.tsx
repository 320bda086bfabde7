import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CardMark } from "#components/letters/card-mark.tsx";
import { Lamp, type LampSize } from "#components/letters/lamp.tsx";
import { lampWords } from "#components/letters/lamp-words.ts";
import type { Light } from "#domain/calendar/light.ts";

interface LightLampProps {
  light: Light;
  /** The clock it belongs to: accept, finish … */
  what?: string;
  /** The year whose holidays are missing, of a provisional date. */
  year?: number;
  size?: LampSize;
  below?: ReactNode;
  href?: string;
}

/** What the domain says of a clock, drawn and in words, with its card if there is one. */
export function LightLamp({ light, what, year, ...rest }: LightLampProps) {
  const t = useTranslations("calendar");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <Lamp lamp={light.lamp} {...lampWords(t, light, { what, year })} {...rest} />
      {light.card && <CardMark card={light.card} words={t(`card.${light.card}`)} />}
    </span>
  );
}
