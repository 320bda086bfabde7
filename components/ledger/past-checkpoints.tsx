import { useTranslations } from "next-intl";
import type { ShownCheckpoint } from "#components/ledger/latest-checkpoint.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { When } from "#components/ui/when.tsx";

/** Everything that was ever signed, newest first. */
export function PastCheckpoints({ checkpoints }: { checkpoints: readonly ShownCheckpoint[] }) {
  const t = useTranslations("ledger");
  const [size, at, root] = [t("past.size"), t("past.at"), t("past.root")];
  if (checkpoints.length === 0) return <EmptyState title={t("now.none")}>{t("now.noneWords")}</EmptyState>;
  return (
    <>
      <p className="my-3">{t("past.words")}</p>
      <DataTable caption={t("past.title")} columns={[{ words: size, numeric: true }, { words: at }, { words: root }]}>
        {checkpoints.map((one) => (
          <tr key={one.id}>
            <Cell label={size} numeric head className="tabular-nums">
              {one.size}
            </Cell>
            <Cell label={at}>
              <When at={one.at} />
            </Cell>
            <Cell label={root}>
              <code className="font-mono break-all">{one.root}</code>
            </Cell>
          </tr>
        ))}
      </DataTable>
    </>
  );
}
