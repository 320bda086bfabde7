import { useTranslations } from "next-intl";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** The wordmark is a street's door plate; beside it the city. */
export function Masthead() {
  const t = useTranslations("frame");
  return (
    <header className="border-b-2 border-rule-strong bg-paper">
      <div className="mx-auto flex min-h-15 w-full max-w-page flex-wrap items-center gap-x-3 gap-y-2 lg:gap-x-6 px-4 py-2.5 lg:min-h-18 lg:px-6">
        <A href="/" className="flex min-w-0 flex-1 basis-40 items-center gap-3 text-ink no-underline">
          <span
            lang="zh-CN"
            className="plate flex-none whitespace-nowrap py-[.42em] ps-[.5em] pe-[.42em] font-song text-[1.35rem] font-semibold leading-none tracking-[.08em] lg:text-[1.6rem]"
          >
            {t("mark")}
          </span>
          <span className="min-w-0 font-semibold leading-tight">
            {t("site")}
            <small className="hidden sm:block font-normal leading-snug text-ink-2">{t("tagline")}</small>
          </span>
        </A>
        <LinkButton href="/look-up" icon="search" className="unprinted whitespace-nowrap">
          {t("nav.lookUp")}
        </LinkButton>
        <span className="unprinted hidden lg:inline">
          <LinkButton href="/write" kind="go" icon="pen">
            {t("nav.write")}
          </LinkButton>
        </span>
      </div>
    </header>
  );
}
