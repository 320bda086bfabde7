import { useTranslations } from "next-intl";
import { HitList } from "#components/search/hit-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import type { MentionPage } from "#domain/mentions/list-mentions.ts";

interface MentionListProps {
  of: "mine" | "desk";
  path: string;
  after: string | null;
  page: MentionPage;
}

/** Where somebody is named, with the words around it, and the way to where it stands. */
export function MentionList({ of, path, after, page: { hits, next } }: MentionListProps) {
  const t = useTranslations("mentions");
  return (
    <>
      {hits.length > 0 ? (
        <HitList hits={hits} />
      ) : (
        <EmptyState title={t(`${of}.none`)}>{t(`${of}.noneYet`)}</EmptyState>
      )}
      <Pager label={t("pager")} next={next ? `${path}?after=${next}` : null} first={after ? path : null} />
    </>
  );
}
