import { useLocale, useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";

/** The one large way in, and below it the way back to what one has sent. */
export function WriteCall() {
  const t = useTranslations("home");
  return (
    <section aria-label={t("act")} className="mb-5 lg:mb-0">
      <A
        href="/write"
        className="group flex items-center gap-4 rounded-md bg-brand px-4 py-4 leading-snug text-on-brand no-underline"
      >
        <Icon of="pen" className="size-8" />
        <span>
          <b className="block text-xl tracking-wide group-hover:underline group-hover:underline-offset-4">
            {t("write")}
          </b>
          <small className="block">{t("writeHint")}</small>
        </span>
      </A>
      <LookUp />
    </section>
  );
}

/** 查进度: number and code, posted, so that the code is in no address. */
function LookUp() {
  const t = useTranslations("home.lookUp");
  const language = useLocale();
  return (
    <form method="post" action="/api/look-up" className="border border-t-0 border-rule bg-card px-4 pt-3 pb-4">
      <input type="hidden" name="language" value={language} />
      <h2 className="mb-1.5 text-base">{t("title")}</h2>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(7.25rem,1fr))] gap-2">
        <p>
          <label htmlFor="look-up-number" className="block text-sm leading-normal text-ink-2">
            {t("number")}
          </label>
          <input
            id="look-up-number"
            name="number"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="control"
          />
        </p>
        <p>
          <label htmlFor="look-up-code" className="block text-sm leading-normal text-ink-2">
            {t("code")}
          </label>
          <input
            id="look-up-code"
            name="code"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="control"
          />
        </p>
      </div>
      <Button kind="brand" icon="search" className="mt-2.5 w-full">
        {t("title")}
      </Button>
    </form>
  );
}
