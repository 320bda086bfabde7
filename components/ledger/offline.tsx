import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";

const commands = {
  letter: "node verify-ledger.mjs ledger.json",
  all: "node verify-ledger.mjs entries.jsonl checkpoint key",
  pair: "node verify-ledger.mjs old-checkpoint new-checkpoint consistency.json key",
} as const;

/** How to check without us: one file, and what to give it. */
export function Offline({ number }: { number: number }) {
  const t = useTranslations("ledger.offline");
  const address = (text: string) => () => <code className="font-mono break-all">{text}</code>;
  return (
    <Section number={number} id="offline" title={t("title")}>
      <p className="mt-3 max-w-measure">{t("words")}</p>
      <p>
        <A href="/ledger/verify-ledger.mjs" download className="inline-flex min-h-target items-center gap-2">
          <Icon of="download" />
          {t("script")}
        </A>
      </p>
      <dl>
        {(["letter", "all", "pair"] as const).map((of) => (
          <div key={of} className="border-b border-rule py-2">
            <dt className="text-sm text-ink-2">{t(of)}</dt>
            <dd>
              <code className="font-mono text-sm break-all">{commands[of]}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-measure text-sm text-ink-2">
        {t.rich("addresses", {
          entries: address("/ledger/entries?from=0&to=999"),
          consistency: address("/ledger/consistency?from=…&to=…"),
        })}
      </p>
    </Section>
  );
}
