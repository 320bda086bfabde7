import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { feedIn } from "#app/_feeds/alternate.ts";
import { filterIn, readLettersPage } from "#app/_square/letters.ts";
import { FeedLink } from "#components/feeds/feed-link.tsx";
import { FollowForm } from "#components/follows/follow-form.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { LetterFilters } from "#components/letters/letter-filters.tsx";
import { LetterRows } from "#components/letters/letter-rows.tsx";
import { named } from "#components/people/named.ts";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Pager } from "#components/ui/pager.tsx";

export async function generateMetadata({ searchParams }: PageProps<"/letters">): Promise<Metadata> {
  const { after: _, ...kept } = filterIn(await searchParams);
  return {
    title: (await getTranslations("letter-page.list"))("title"),
    ...(await feedIn(withQuery("/letters", kept))),
  };
}

/** 信件: every letter that everybody may know of, newest first. */
export default async function LettersPage({ searchParams }: PageProps<"/letters">) {
  const { filter, letters, next, choices } = await readLettersPage(await searchParams);
  const t = await getTranslations("letter-page.list");
  const { after, ...kept } = filter;
  const language = await getLocale();
  const place = choices.places.find(({ slug }) => slug === filter.region);
  const filtered = Object.values(kept).some(Boolean);
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      <LetterFilters filter={filter} choices={choices} />
      {place && <FollowForm topic={`region:${place.slug}`} of={named(language, place)} />}
      <p data-watch="letters" role="status" className="unprinted" />
      {letters.length > 0 ? (
        <LetterRows letters={letters} />
      ) : (
        <EmptyState title={t(filtered ? "none" : "empty")}>
          <p>{t(filtered ? "noneWhy" : "emptyWhy")}</p>
          {filtered ? (
            <A href="/letters">{t("clear")}</A>
          ) : (
            <LinkButton href="/write">{(await getTranslations("frame.nav"))("write")}</LinkButton>
          )}
        </EmptyState>
      )}
      <Pager
        label={t("pager")}
        next={next ? withQuery("/letters", { ...kept, after: next }) : null}
        first={after ? withQuery("/letters", kept) : null}
      />
      <FeedLink page={withQuery("/letters", kept)} />
    </Columns>
  );
}
