import { useLocale, useTranslations } from "next-intl";
import { Wordmark } from "#components/frame/wordmark.tsx";
import { SearchBox } from "#components/search/search-box.tsx";
import { address } from "#components/ui/address.ts";
import { LinkButton } from "#components/ui/link-button.tsx";

/**
 * Who this is, and what most people come for; on a phone 我要留言 is in the bottom bar and 查进度
 * on the home page and at every page's foot.
 */
export function Masthead() {
  const t = useTranslations("frame.nav");
  const language = useLocale();
  return (
    <header className="border-b-2 border-rule-strong bg-paper">
      <div className="mx-auto flex min-h-15 w-full max-w-page flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 lg:min-h-18 lg:gap-x-6 lg:px-6">
        <Wordmark />
        <LinkButton href="/search" icon="search" className="unprinted whitespace-nowrap lg:hidden">
          {t("search")}
        </LinkButton>
        <search className="unprinted hidden w-72 lg:block">
          <form action={address(language, "/search")}>
            <SearchBox id="search-site" typed="" />
          </form>
        </search>
        <span className="unprinted hidden gap-x-6 lg:inline-flex">
          <LinkButton href="/look-up" icon="key-round" className="whitespace-nowrap">
            {t("lookUp")}
          </LinkButton>
          <LinkButton href="/write" kind="go" icon="pen">
            {t("write")}
          </LinkButton>
        </span>
      </div>
    </header>
  );
}
