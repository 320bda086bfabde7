import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

/**
 * One field and one button. While somebody types, offices and leaders of that name are offered beneath it
 * (components/live/suggest.ts); without script the field is the same without them.
 */
export function SearchBox({ id, typed }: { id: string; typed: string }) {
  const t = useTranslations("search");
  return (
    <div className="relative flex items-stretch gap-2">
      <label htmlFor={id} className="sr-only">
        {t("words")}
      </label>
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={typed}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="none"
        enterKeyHint="search"
        placeholder={t("placeholder")}
        data-suggest={t("suggested")}
        className="control min-w-0 flex-1"
      />
      <Button kind="brand" icon="search">
        {t("search")}
      </Button>
    </div>
  );
}
