import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readLettersBehindPage } from "#app/_square/statistics.ts";
import { Columns } from "#components/frame/columns.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { LetterRows } from "#components/letters/letter-rows.tsx";
import { statisticsOf } from "#components/statistics/address.ts";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics.letters"))("title") };
}

/** Every number leads to its letters: those that are public, for the others only count. */
export default async function LettersBehind({ searchParams }: PageProps<"/statistics/letters">) {
  const { filter, period, count, letters, next } = await readLettersBehindPage(await searchParams);
  const t = await getTranslations("statistics");
  const days = await getTranslations("calendar");
  const { after, what, ...scope } = filter;
  const kept = { what, ...scope };
  const day = (date: typeof period.from) => dayWords(days, date, "plain");
  return (
    <Columns>
      <h1>{t("letters.title")}</h1>
      <p className="mt-2 text-lg font-semibold">{t("letters.lead", { what: t(`letters.what.${what}`), n: count })}</p>
      <p>{t("period", { from: day(period.from), to: day(period.to), asof: day(period.asOf) })}</p>
      <p className="mb-4 text-ink-2">
        {t("letters.private")} <A href={statisticsOf(scope)}>{t("letters.back")}</A>
      </p>
      {letters.length > 0 ? (
        <LetterRows letters={letters} />
      ) : (
        <EmptyState title={t("letters.none")}>{t("letters.noneWhy")}</EmptyState>
      )}
      <Pager
        label={t("letters.pages")}
        next={next ? withQuery("/statistics/letters", { ...kept, after: next }) : null}
        first={after ? withQuery("/statistics/letters", kept) : null}
      />
    </Columns>
  );
}
