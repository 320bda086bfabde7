import { useTranslations } from "next-intl";
import { Tag } from "#components/ui/tag.tsx";
import type { Flagged } from "#domain/flags/read-flags.ts";

/** How many people reported it and for what; what they wrote, and never who. */
export function FlagSummary({ flagged, first }: { flagged: Flagged; first?: boolean }) {
  const t = useTranslations("flags");
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {first && <Tag kind="danger">{t("desk.first")}</Tag>}
        <Tag kind="warn">{t("desk.reported", { n: flagged.established })}</Tag>
        {flagged.others > 0 && <span className="text-ink-2">{t("desk.others", { n: flagged.others })}</span>}
        <span className="text-ink-2">
          {flagged.reasons.map(({ reason, n }) => t("desk.one", { reason: t(`reasons.${reason}`), n })).join(" · ")}
        </span>
      </p>
      {flagged.words.length > 0 && (
        <ul className="mt-1 border-s-2 border-rule ps-3 text-ink-2">
          {flagged.words.map((words, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same
            <li key={place}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
