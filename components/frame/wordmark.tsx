import { useTranslations } from "next-intl";
import { A } from "#components/ui/link.tsx";

/** The wordmark is a street's door plate; beside it the city. */
export function Wordmark() {
  const t = useTranslations("frame");
  return (
    <A href="/" className="flex min-w-0 flex-1 basis-40 items-center gap-3 text-ink no-underline">
      <span
        lang="zh-CN"
        className="plate flex-none whitespace-nowrap py-[.42em] ps-[.5em] pe-[.42em] font-song text-[1.35rem] font-semibold leading-none tracking-[.08em] lg:text-[1.6rem]"
      >
        {t("wordmark")}
      </span>
      <span className="min-w-0 font-semibold leading-tight">
        {t("site")}
        <small className="hidden font-normal leading-snug text-ink-2 sm:block">{t("tagline")}</small>
      </span>
    </A>
  );
}
