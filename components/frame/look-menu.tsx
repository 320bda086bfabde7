import { useTranslations } from "next-intl";
import { sizes, themes } from "#components/frame/look.ts";
import { Icon } from "#components/ui/icon.tsx";

const choice =
  "inline-flex min-h-target cursor-pointer items-center border border-control bg-card px-3 leading-snug hover:border-ink";

/**
 * Plain forms, answered with 303: they work without script and keep the page's bytes the same for all. Which button is
 * the present one is told by the style sheet from the attributes of <html> (see `.look-choice`).
 */
export function ElderSwitch() {
  const t = useTranslations("frame.elder");
  return (
    <form method="post" action="/api/look">
      <button
        type="submit"
        name="elder"
        value="1"
        className="inline-flex min-h-target cursor-pointer items-center gap-1.5 whitespace-nowrap font-semibold text-brand hover:underline"
      >
        <Icon of="a-large-small" className="size-7" />
        <span className="elder:hidden">{t("on")}</span>
        <span className="hidden elder:inline">{t("off")}</span>
      </button>
    </form>
  );
}

export function LookMenu() {
  const t = useTranslations("frame.look");
  return (
    <details className="group">
      <summary className="inline-flex min-h-target items-center gap-1.5 whitespace-nowrap hover:underline">
        {t("title")}
        <Icon of="chevron-down" className="group-open:rotate-180" />
      </summary>
      <form
        method="post"
        action="/api/look"
        className="absolute inset-x-4 top-full z-10 grid gap-3 border border-rule-strong bg-card p-4 sm:right-auto sm:min-w-80 elder:static"
      >
        <fieldset>
          <legend className="font-semibold">{t("size")}</legend>
          <div className="mt-1 flex flex-wrap gap-2">
            {sizes.map((size) => (
              <button key={size} type="submit" name="size" value={size} className={`look-choice ${choice}`}>
                {t(`sizes.${size}`)}
                <span className="look-now">{t("now")}</span>
              </button>
            ))}
          </div>
        </fieldset>
        <fieldset className="look-themes">
          <legend className="font-semibold">{t("theme")}</legend>
          <div className="mt-1 flex flex-wrap gap-2">
            {themes.map((theme) => (
              <button key={theme} type="submit" name="theme" value={theme} className={`look-choice ${choice}`}>
                {t(`themes.${theme}`)}
                <span className="look-now">{t("now")}</span>
              </button>
            ))}
          </div>
        </fieldset>
      </form>
    </details>
  );
}
