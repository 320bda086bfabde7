import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { When } from "#components/ui/when.tsx";

export interface ShownCheckpoint {
  id: number;
  size: number;
  /** Base64. */
  root: string;
  key: string;
  note: string;
  at: Date;
}

/** What was signed last, word for word, to be taken away. */
export function LatestCheckpoint({ latest }: { latest: ShownCheckpoint | null }) {
  const t = useTranslations("ledger.now");
  if (!latest) return <EmptyState title={t("none")}>{t("noneWords")}</EmptyState>;
  return (
    <Panel kind="brand" title={t("title")}>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <b className="text-xl tabular-nums">{t("size", { n: latest.size })}</b>
        <span className="text-ink-2">{t.rich("at", { when: () => <When at={latest.at} /> })}</span>
      </p>
      <pre className="mt-2 border-s-4 border-rule ps-3 font-mono text-sm break-all whitespace-pre-wrap">
        {latest.note}
      </pre>
      <p className="mt-2">{t("keep")}</p>
      <p className="flex flex-wrap gap-x-6">
        <A href="/ledger/checkpoint" download="checkpoint" className="inline-flex min-h-target items-center gap-2">
          <Icon of="download" />
          {t("download")}
        </A>
        <A href="/ledger/key" className="inline-flex min-h-target items-center gap-2">
          <Icon of="key-round" />
          {t("key")}
        </A>
      </p>
    </Panel>
  );
}
