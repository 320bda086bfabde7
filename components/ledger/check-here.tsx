import { useLocale, useTranslations } from "next-intl";
import { type CheckWords, FileChecker } from "#components/ledger/file-checker.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";

/** A file that somebody kept, checked in their own browser. Without scripts: what to do instead. */
export function CheckHere({ number }: { number: number }) {
  const t = useTranslations("ledger");
  const all = useTranslations();
  const steps: Record<string, string> = all.raw("timeline");
  return (
    <Section number={number} id="check" title={t("check.title")}>
      <p className="my-3 max-w-measure">{t("check.how")}</p>
      <noscript>
        <Notice kind="warn">{t("check.noScript")}</Notice>
      </noscript>
      {/* The island fills the blanks itself: what they are is known only after the check. */}
      <FileChecker words={t.raw("check") as CheckWords} steps={steps} language={useLocale()} />
    </Section>
  );
}
