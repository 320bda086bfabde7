import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";

/** On the receipt: what a writer can keep against whoever might rewrite their letter. */
export function KeepProof({ number }: { number: string }) {
  const t = useTranslations("ledger.keep");
  return (
    <Section title={t("title")} className="unprinted">
      <p className="mt-3 max-w-measure">{t("words")}</p>
      <p className="flex flex-wrap gap-x-6">
        <A href={`/letters/${number}/act/ledger.json`} download className="inline-flex min-h-target items-center gap-2">
          <Icon of="download" />
          {t("download")}
        </A>
        <A href="/ledger#check" className="inline-flex min-h-target items-center gap-2">
          <Icon of="lock" />
          {t("how")}
        </A>
      </p>
    </Section>
  );
}
