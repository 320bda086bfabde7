import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";

/** Under an incident's words: whether it lasts, or since when it is over. */
export function IncidentState({ endedAt }: { endedAt: Date | null }) {
  const t = useTranslations("incidents");
  if (endedAt) {
    return (
      <p className="mt-3 flex flex-wrap items-center gap-x-2 text-sm">
        <Tag kind="ok">{t("ended")}</Tag>
        <span className="text-ink-2">
          {t("endedAt")}
          <When at={endedAt} />
        </span>
      </p>
    );
  }
  return (
    <p className="mt-3 flex gap-2 text-sm leading-relaxed text-danger">
      <Icon of="siren" className="mt-1" />
      {t("running")}
    </p>
  );
}
