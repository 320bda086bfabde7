import { useLocale, useTranslations } from "next-intl";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { named } from "#components/people/named.ts";
import { A } from "#components/ui/link.tsx";
import { Tag, type TagKind } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { Contest } from "#domain/assessment/contests.ts";
import type { Exclusion } from "#domain/assessment/exclusions.ts";
import type { OpenReport } from "#domain/assessment/read-reports.ts";

/** Letters that count for nobody and against nobody, each with its reason. */
export function Exclusions({ exclusions }: { exclusions: readonly Exclusion[] }) {
  const t = useTranslations("assessment.exclusions");
  const language = useLocale();
  if (exclusions.length === 0) return <p className="py-3 text-ink-2">{t("none")}</p>;
  return (
    <ul>
      {exclusions.map(({ id, number, lead, words, at }) => (
        <li key={id} className="border-b border-rule py-2.5">
          <p>
            <A href={`/letters/${number}`}>№{number}</A>
            {lead && <> · {named(language, lead)}</>}
          </p>
          <p>{words ?? t("hidden")}</p>
          <p className="text-sm text-ink-2">
            <When at={at} dayOnly />
          </p>
        </li>
      ))}
    </ul>
  );
}

const kinds = { raised: "warn", upheld: "ok", dismissed: "neutral" } as const satisfies Record<string, TagKind>;

/** What offices said against their scores, and what was decided. */
export function Contests({ contests }: { contests: readonly Contest[] }) {
  const t = useTranslations("assessment.contests");
  const language = useLocale();
  if (contests.length === 0) return <p className="py-3 text-ink-2">{t("none")}</p>;
  return (
    <ul>
      {contests.map(({ id, office, state, raisedAt, raised, by, decidedAt, decided }) => (
        <li key={id} className="border-b border-rule py-2.5">
          <p>
            <b>{named(language, office)}</b> <Tag kind={kinds[state]}>{t(`states.${state}`)}</Tag>{" "}
            <span className="text-sm text-ink-2">
              <When at={raisedAt} dayOnly />
            </span>
          </p>
          <p>{raised ?? t("hidden")}</p>
          {decidedAt && (
            <p className="mt-1 border-s-4 border-rule ps-3">
              {by && <b>{named(language, by)}</b>} {decided ?? t("hidden")}{" "}
              <span className="text-sm text-ink-2">
                <When at={decidedAt} dayOnly />
              </span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Every version that was frozen: an older one can still be read as it was. */
export function Versions({ report: { period, version, versions } }: { report: OpenReport }) {
  const t = useTranslations("assessment.versions");
  return (
    <ul>
      {versions.map((one) => (
        <li key={one.version} className="border-b border-rule py-2.5">
          <p>
            {one.version === version ? (
              <b>{t("version", { n: one.version })}</b>
            ) : (
              <A href={`/assessment/${period}?version=${one.version}`}>{t("version", { n: one.version })}</A>
            )}{" "}
            <span className="text-sm text-ink-2">
              <When at={one.frozenAt} />
            </span>
          </p>
          {one.words && <p>{one.words}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The other periods that were frozen. */
export function Periods({ reports }: { reports: readonly { period: OpenReport["period"]; version: number }[] }) {
  const words = usePeriodWords();
  const t = useTranslations("assessment.versions");
  return (
    <ul className="flex flex-wrap gap-x-5">
      {reports.map(({ period, version }) => (
        <li key={period}>
          <A href={`/assessment/${period}`} className="inline-flex min-h-target items-center gap-1">
            {words(period)}
            {version > 1 && <span className="text-sm text-ink-2">{t("version", { n: version })}</span>}
          </A>
        </li>
      ))}
    </ul>
  );
}
