import { useTranslations } from "next-intl";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { When } from "#components/ui/when.tsx";
import type { OpenDraw } from "#domain/call-backs/read-draws.ts";

/** Which month, drawn when. */
export function DrawHead({ draw }: { draw: OpenDraw }) {
  const t = useTranslations("call-backs");
  const words = usePeriodWords();
  return (
    <div className="mt-2 mb-3">
      <h1>{t("of", { month: words(draw.month) })}</h1>
      <p className="text-sm text-ink-2">
        {t("at")} <When at={draw.at} />
      </p>
    </div>
  );
}
