import { useLocale, useTranslations } from "next-intl";
import { type Moment, machineWords, whenWords } from "#components/ui/when-words.ts";

/** A date or an hour, for eyes and machines. `approx`: the source gives no exact one, and we say 约. */
export function When({ approx, className, ...moment }: Moment & { approx?: boolean; className?: string }) {
  const t = useTranslations("ui.when");
  const words = whenWords(moment, useLocale());
  return (
    <time dateTime={machineWords(moment)} className={className}>
      {approx ? t("approx", { when: words }) : words}
    </time>
  );
}
