import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { Seat } from "#components/people/seat.tsx";
import { seatWords } from "#components/people/seat-words.ts";
import { A } from "#components/ui/link.tsx";
import type { Name } from "#domain/search/find-names.ts";

/** Offices and leaders of that name, before what they and others have said. */
export function NameList({ names }: { names: readonly Name[] }) {
  const t = useTranslations("search");
  const language = useLocale();
  return (
    <section aria-labelledby="names" className="my-4 border border-rule bg-card px-4 py-3">
      <h2 id="names" className="text-[1rem]">
        {t("names")}
      </h2>
      <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {names.map((one) => (
          <li key={`${one.kind} ${one.slug}`}>
            <A
              href={one.kind === "leader" ? `/leaders/${one.slug}` : `/offices/${one.slug}`}
              className="inline-flex min-h-target items-center gap-2.5 text-ink no-underline hover:underline"
            >
              <Seat kind={one.kind} words={seatWords(one.kind, one.name)} size="s" />
              {named(language, one)}
            </A>
          </li>
        ))}
      </ul>
    </section>
  );
}
