import { getLocale, getTranslations } from "next-intl/server";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { BandTag, ScoreWords } from "#components/assessment/score-words.tsx";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { OwnScore, readOwnScores } from "#domain/assessment/own-scores.ts";
import { contest } from "./actions.ts";

/** What an office was given, and its word against it. */
export async function OwnPart({ own: { days, scores } }: { own: Awaited<ReturnType<typeof readOwnScores>> }) {
  const t = await getTranslations("assessment.desk");
  return (
    <Section title={t("own")}>
      <p className="mt-2 text-ink-2">{t("contestWords", { days })}</p>
      {scores.length === 0 && <p className="py-2">{t("ownNone")}</p>}
      <ul>
        {scores.map((score) => (
          <Own key={`${score.period} ${score.office.slug}`} score={score} />
        ))}
      </ul>
    </Section>
  );
}

async function Own({ score }: { score: OwnScore }) {
  const [t, versions, language] = await Promise.all([
    getTranslations("assessment.desk"),
    getTranslations("assessment.versions"),
    getLocale(),
  ]);
  const { period, version, office } = score;
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <A href={`/assessment/${period}`}>
          <PeriodName of={period} />
        </A>
        <span>{named(language, office)}</span>
        <ScoreWords row={score} />
        <BandTag row={score} />
        <span className="text-sm text-ink-2">{versions("version", { n: version })}</span>
        {score.contested && <Tag>{t("contested")}</Tag>}
      </p>
      {score.mayContest && (
        <Disclosure summary={t("contest")}>
          <ActionForm
            action={contest}
            problemsTitle={t("problems")}
            ids={{ words: `contest-${period}-${office.slug}` }}
            className="mt-1 mb-3 grid max-w-[40rem] gap-3"
          >
            <input type="hidden" name="period" value={period} />
            <input type="hidden" name="office" value={office.slug} />
            <FormArea
              id={`contest-${period}-${office.slug}`}
              name="words"
              label={t("contestFor", { period })}
              rows={4}
              maxLength={1000}
            />
            <Button className="justify-self-start">{t("contestDo")}</Button>
          </ActionForm>
        </Disclosure>
      )}
    </li>
  );
}

function PeriodName({ of }: { of: OwnScore["period"] }) {
  return usePeriodWords()(of);
}
