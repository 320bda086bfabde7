import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";

/** 举报, at the end of a row of acts: small, and with a word. `of` is comment:12. */
export function FlagLink({ of }: { of: string }) {
  const t = useTranslations("flags");
  return (
    <A
      href={`/report?of=${of}`}
      rel="nofollow"
      className="inline-flex min-h-target items-center gap-1.5 text-sm text-ink-2 no-underline hover:underline hover:underline-offset-4"
    >
      <Icon of="flag" />
      {t("link")}
    </A>
  );
}
