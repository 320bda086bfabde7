import { useLocale, useTranslations } from "next-intl";
import { PhoneEntry } from "#components/directory/phone-entry.tsx";
import { named } from "#components/people/named.ts";
import { address } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { DirectoryOffice } from "#domain/directory/read-directory.ts";

/** The search stands in the address, so that it can be kept, sent and used without a script. */
export function DirectorySearch({ q }: { q: string }) {
  const t = useTranslations("directory.search");
  return (
    <search>
      <form
        action={address(useLocale(), "/directory")}
        className="unprinted my-4 border border-rule bg-card px-4 pt-3 pb-4"
      >
        <h2 className="sr-only">{t("title")}</h2>
        <TextField
          name="q"
          type="search"
          label={t("label")}
          hint={t("hint")}
          defaultValue={q}
          autoComplete="off"
          maxLength={40}
        />
        <p className="mt-3 flex flex-wrap items-center gap-x-5">
          <Button icon="search">{t("button")}</Button>
          {q && (
            <A href="/directory" className="inline-flex min-h-target items-center">
              {t("clear")}
            </A>
          )}
        </p>
      </form>
    </search>
  );
}

interface DirectoryListProps {
  offices: readonly DirectoryOffice[];
  q: string;
  /** Has any office entered a number? */
  entered: boolean;
}

/** Office by office. Each name leads to its page; each number dials. */
export function DirectoryList({ offices, q, entered }: DirectoryListProps) {
  const t = useTranslations("directory");
  const language = useLocale();
  if (offices.length === 0) return <Nothing q={q} entered={entered} />;
  return (
    <>
      <h2 className="border-b-2 border-rule-strong pb-1 text-xl">{q ? t("search.found", { q }) : t("all")}</h2>
      {offices.map((office) => (
        <section key={office.slug} aria-labelledby={`of-${office.slug}`} className="mt-5">
          <h3 id={`of-${office.slug}`} className="text-base">
            <A href={`/offices/${office.slug}`} className="inline-block py-1">
              {named(language, office)}
            </A>{" "}
            <span className="text-sm font-normal text-ink-2">{named(language, office.region)}</span>
          </h3>
          <ul className="border-t border-rule">
            {office.phones.map((phone) => (
              <PhoneEntry key={phone.id} phone={phone} office={named(language, office)} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Nothing({ q, entered }: { q: string; entered: boolean }) {
  const t = useTranslations("directory");
  if (q && entered) return <EmptyState title={t("noMatch", { q })}>{t("noMatchWords")}</EmptyState>;
  return (
    <EmptyState title={t("none")}>
      {t("noneWords")} <A href="/write">{t("write")}</A>
    </EmptyState>
  );
}
