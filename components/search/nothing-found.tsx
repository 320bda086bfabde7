import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";

interface NothingFoundProps {
  typed: string;
  /** Was it anything one can look for? */
  sought: boolean;
  /** Offices or leaders of the name were found, though nothing that was said. */
  names: boolean;
}

/** Nothing typed, too little typed, or nothing there: what can be found, and what to do instead. */
export function NothingFound({ typed, sought, names }: NothingFoundProps) {
  const t = useTranslations("search.nothing");
  if (!typed) return <EmptyState title={t("begin")}>{t("beginHow")}</EmptyState>;
  if (!sought) return names ? null : <EmptyState title={t("short")}>{t("shortHow")}</EmptyState>;
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
