import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readSuggestionsPage } from "#app/_square/suggestions.ts";
import { Columns } from "#components/frame/columns.tsx";
import { LeaderShares } from "#components/suggestions/leader-shares.tsx";
import { SuggestionFilters } from "#components/suggestions/suggestion-filters.tsx";
import { SuggestionRows } from "#components/suggestions/suggestion-rows.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("suggestions"))("title") };
}

/** 民间智库: what people suggested, what is being studied, and what became a decision by which document. */
export default async function SuggestionsPage({ searchParams }: PageProps<"/suggestions">) {
  const { filter, rows, next, shares, choices } = await readSuggestionsPage(await searchParams);
  const t = await getTranslations("suggestions");
  const { after, ...kept } = filter;
  const filtered = Object.values(kept).some(Boolean);
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      <SuggestionFilters filter={filter} choices={choices} />
      <p data-watch="suggestions" role="status" className="unprinted" />
      {rows.length > 0 ? (
        <SuggestionRows rows={rows} />
      ) : (
        <EmptyState title={t(filtered ? "none" : "empty")}>
          <p>{t(filtered ? "noneWhy" : "emptyWhy")}</p>
          {filtered && <A href="/suggestions">{t("clear")}</A>}
        </EmptyState>
      )}
      <Pager
        label={t("pager")}
        next={next ? withQuery("/suggestions", { ...kept, after: next }) : null}
        first={after ? withQuery("/suggestions", kept) : null}
      />
      {shares.length > 0 && (
        <Section id="shares" title={t("shares.title")} rule="above">
          <LeaderShares shares={shares} />
        </Section>
      )}
    </Columns>
  );
}
