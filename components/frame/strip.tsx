import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ElderSwitch, LookMenu } from "#components/frame/look-menu.tsx";
import { inOtherLanguage } from "#components/ui/address.ts";

/** The first line of every page: how it looks, in which language, and what stands at its end (`children`). */
export function Strip({ path, children }: { path: string; children?: ReactNode }) {
  const t = useTranslations("frame");
  const language = useLocale();
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <nav aria-label={t("strip")} className="unprinted relative border-b border-rule bg-card text-sm">
      <div className="mx-auto flex min-h-11 w-full max-w-page flex-wrap items-center gap-x-2 px-4 sm:gap-x-4 lg:gap-x-5 lg:px-6">
        <ElderSwitch />
        <LookMenu />
        <a
          href={inOtherLanguage(language, path)}
          hrefLang={other}
          lang={other}
          className="ms-auto inline-flex min-h-target items-center text-ink no-underline hover:underline"
        >
          {t("language")}
        </a>
        {children}
      </div>
    </nav>
  );
}

export function SkipLink() {
  const t = useTranslations("frame");
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:absolute focus:top-0 focus:left-0 focus:z-20 focus:bg-card focus:px-4 focus:py-3"
    >
      {t("skip")}
    </a>
  );
}
