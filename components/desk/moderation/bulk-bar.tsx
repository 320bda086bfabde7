import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { mostAtOnce } from "#domain/moderation/input.ts";

/** Under the list whose boxes are ticked: leads to the preview, and does nothing yet. */
export function BulkBar() {
  const t = useTranslations("desk-moderation.bulk");
  return (
    <fieldset className="flex flex-wrap items-center gap-2 border-b border-rule px-4 py-3">
      <legend className="sr-only">{t("bar")}</legend>
      <span className="text-sm" aria-hidden="true">
        {t("bar")}
      </span>
      <Button size="small" name="act" value="review">
        {t("review")}
      </Button>
      <Button size="small" kind="danger" name="act" value="hide">
        {t("hide")}
      </Button>
      <small className="basis-full text-ink-2">{t("most", { n: mostAtOnce })}</small>
    </fieldset>
  );
}
