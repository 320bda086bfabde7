import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { mostTyped, type NothingSought } from "#domain/search/input.ts";

interface NothingFoundProps {
  typed: string;
  /** Why there was nothing to look for; null where it was looked for. */
  nothing: NothingSought | null;
  /** Offices or leaders of the name were found, though nothing that was said. */
  names: boolean;
}

/** Nothing typed, too little typed, or nothing there: what can be found, and what to do instead. */
export function NothingFound({ typed, nothing, names }: NothingFoundProps) {
  const t = useTranslations("search.nothing");
  if (nothing) {
    return names ? null : (
      <EmptyState title={t(nothing, { most: mostTyped })}>{t(`${nothing}How`, { most: mostTyped })}</EmptyState>
    );
  }
  return (
    <EmptyState title={t("none", { words: typed })}>
      <p>{t("noneHow")}</p>
      <ul className="list-disc ps-5">
        <li>
          <A href="/look-up">{t("lookUp")}</A>
        </li>
        <li>
          <A href="/write">{t("write")}</A>
        </li>
      </ul>
    </EmptyState>
  );
}
