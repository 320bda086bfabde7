import { useLocale, useTranslations } from "next-intl";
import { named, titled } from "#components/people/named.ts";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { Adoption } from "#domain/suggestions/read-adoption.ts";

const kinds: Record<Adoption["outcome"], TagKind> = {
  studied: "warn",
  adopted: "ok",
  partly: "ok",
  declined: "neutral",
};

/** 研究中, 已采纳, 部分采纳, 未采纳 */
export function OutcomeTag({ outcome }: Pick<Adoption, "outcome">) {
  const t = useTranslations("suggestions.outcomes");
  return <Tag kind={kinds[outcome]}>{t(outcome)}</Tag>;
}

/** The meeting or document: its name, number and day, and where it can be read. */
export function DocumentLine({ document }: { document: NonNullable<Adoption["document"]> }) {
  const t = useTranslations("suggestions");
  const { name, number, on, link } = document;
  return (
    <p className="leading-relaxed">
      {t("document")}
      {link ? (
        <a href={link} rel="noopener nofollow">
          {name}
        </a>
      ) : (
        name
      )}
      {number && <span className="text-ink-2"> {number}</span>}
      <span className="text-ink-2">
        {" "}
        · <When on={on} />
      </span>
    </p>
  );
}

/** Who said so, and when. */
export function SaidBy({ adoption: { by, at, approx } }: { adoption: Adoption }) {
  const language = useLocale();
  return (
    <span className="text-sm text-ink-2">
      {by.leader ? titled(language, by.leader) : by.office && named(language, by.office)}{" "}
      <When at={at} approx={approx} dayOnly />
    </span>
  );
}

/** In the head of a letter: what became of it as a suggestion. */
export function AdoptionPanel({ adoption }: { adoption: Adoption }) {
  const t = useTranslations("suggestions");
  return (
    <section aria-label={t("became")} className="mt-3 border border-rule border-s-4 border-s-brand bg-card px-4 py-2.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <OutcomeTag outcome={adoption.outcome} />
        <SaidBy adoption={adoption} />
      </p>
      {adoption.document && <DocumentLine document={adoption.document} />}
    </section>
  );
}
