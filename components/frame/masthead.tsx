import { useTranslations } from "next-intl";
import { Wordmark } from "#components/frame/wordmark.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** Who this is, and the two things most people come for; on a phone 我要留言 is in the bottom bar. */
export function Masthead() {
  const t = useTranslations("frame.nav");
  return (
    <header className="border-b-2 border-rule-strong bg-paper">
      <div className="mx-auto flex min-h-15 w-full max-w-page flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 lg:min-h-18 lg:gap-x-6 lg:px-6">
        <Wordmark />
        <LinkButton href="/look-up" icon="search" className="unprinted whitespace-nowrap">
          {t("lookUp")}
        </LinkButton>
        <span className="unprinted hidden lg:inline">
          <LinkButton href="/write" kind="go" icon="pen">
            {t("write")}
          </LinkButton>
        </span>
      </div>
    </header>
  );
}
