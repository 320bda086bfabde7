import { getLocale, getTranslations } from "next-intl/server";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { type Contest, listToDecide } from "#domain/assessment/contests.ts";
import { type Exclusion, listExclusions } from "#domain/assessment/exclusions.ts";
import { listRefusedRatings, type RefusedRating } from "#domain/ratings/list-refused.ts";
import { decide, exclude, freeze, include } from "./actions.ts";

interface SupervisorsProps {
  actor: Actor;
  /** Reports are about all offices: those who supervise from the top freeze them. */
  mayFreeze: boolean;
}

/** What waits for a decision first, then what can be done, then the signals. */
export async function SupervisorsPart({ actor, mayFreeze }: SupervisorsProps) {
  const [t, raised, excluded, refused] = await Promise.all([
    getTranslations("assessment.desk"),
    listToDecide(db, actor),
    listExclusions(db, null),
    listRefusedRatings(db, actor),
  ]);
  return (
    <>
      <Section title={t("waiting")}>
        {raised.length > 0 ? (
          raised.map((contest) => <Undecided key={contest.id} contest={contest} />)
        ) : (
          <p className="py-3 text-ink-2">{t("noneWaiting")}</p>
        )}
      </Section>
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section title={t("exclude")}>
          <Exclude />
          <h3 className="mt-4 text-base">{t("excluded")}</h3>
          {excluded.length > 0 ? (
            <ul>
              {excluded.map((exclusion) => (
                <Excluded key={exclusion.id} exclusion={exclusion} />
              ))}
            </ul>
          ) : (
            <p className="py-2 text-ink-2">{t("noneExcluded")}</p>
          )}
        </Section>
        <div>
          {mayFreeze && (
            <Section title={t("freeze")}>
              <Freeze />
            </Section>
          )}
          <Section title={t("signals")}>
            <Signals refused={refused} />
          </Section>
        </div>
      </div>
    </>
  );
}

async function Undecided({ contest: { id, period, version, office, raisedAt, raised } }: { contest: Contest }) {
  const [t, versions, language] = await Promise.all([
    getTranslations("assessment.desk"),
    getTranslations("assessment.versions"),
    getLocale(),
  ]);
  return (
    <article className="border-b border-rule py-3">
      <h3 className="text-base">
        {named(language, office)} ·{" "}
        <A href={`/assessment/${period}?version=${version}`}>
          <PeriodName of={period} />
        </A>{" "}
        <span className="text-sm font-normal text-ink-2">
          {versions("version", { n: version })} · <When at={raisedAt} dayOnly />
        </span>
      </h3>
      <p className="my-1.5 border-s-4 border-rule ps-3">{raised}</p>
      <ActionForm
        action={decide}
        problemsTitle={t("problems")}
        ids={{ outcome: `outcome-${id}`, words: `words-${id}` }}
        className="grid max-w-[40rem] gap-3"
      >
        <input type="hidden" name="contestId" value={id} />
        <FormRadios
          id={`outcome-${id}`}
          name="outcome"
          inline
          legend={t("outcome")}
          hint={t("upheldHint")}
          options={(["upheld", "dismissed"] as const).map((value) => ({ value, words: t(`outcomes.${value}`) }))}
        />
        <FormArea id={`words-${id}`} name="words" label={t("reason")} rows={3} maxLength={1000} />
        <Button kind="go" className="justify-self-start">
          {t("decide")}
        </Button>
      </ActionForm>
    </article>
  );
}

function PeriodName({ of }: { of: Contest["period"] }) {
  return usePeriodWords()(of);
}

async function Exclude() {
  const t = await getTranslations("assessment.desk");
  return (
    <ActionForm
      action={exclude}
      problemsTitle={t("problems")}
      ids={{ words: "exclude-words" }}
      className="mt-2 grid gap-3"
    >
      <p className="text-ink-2">{t("excludeWords")}</p>
      <FormText name="number" label={t("number")} autoCapitalize="characters" maxLength={30} />
      <FormArea id="exclude-words" name="words" label={t("reason")} rows={3} maxLength={1000} />
      <Button className="justify-self-start">{t("excludeDo")}</Button>
    </ActionForm>
  );
}

async function Excluded({ exclusion: { id, number, words } }: { exclusion: Exclusion }) {
  const t = await getTranslations("assessment.desk");
  return (
    <li className="border-b border-rule py-2">
      <p>
        <A href={`/desk/letters/${number}`}>№{number}</A> {words}
      </p>
      <Disclosure summary={t("include")}>
        <ActionForm
          action={include}
          problemsTitle={t("problems")}
          ids={{ words: `include-${id}` }}
          className="mb-2 grid gap-2"
        >
          <input type="hidden" name="exclusionId" value={id} />
          <FormArea id={`include-${id}`} name="words" label={t("reason")} rows={2} maxLength={1000} />
          <Button size="small" className="justify-self-start">
            {t("include")}
          </Button>
        </ActionForm>
      </Disclosure>
    </li>
  );
}

async function Freeze() {
  const t = await getTranslations("assessment.desk");
  return (
    <ActionForm
      action={freeze}
      problemsTitle={t("problems")}
      ids={{ words: "freeze-words" }}
      className="mt-2 grid gap-3"
    >
      <p className="text-ink-2">{t("freezeWords")}</p>
      <FormText name="period" label={t("period")} hint={t("periodHint")} maxLength={7} autoComplete="off" />
      <FormArea
        id="freeze-words"
        name="words"
        label={t("correction")}
        hint={t("correctionHint")}
        rows={3}
        maxLength={1000}
      />
      <Button className="justify-self-start">{t("freezeDo")}</Button>
    </ActionForm>
  );
}

async function Signals({ refused }: { refused: RefusedRating[] }) {
  const [t, language] = await Promise.all([getTranslations("assessment.desk"), getLocale()]);
  return (
    <>
      <p className="mt-2 text-ink-2">{t("signalsWords")}</p>
      {refused.length === 0 && <p className="py-2">{t("noSignals")}</p>}
      <ul>
        {refused.map(({ id, number, office, why, at }) => (
          <li key={id} className="border-b border-rule py-2">
            <A href={`/desk/letters/${number}`}>№{number}</A> {office && named(language, office)}
            <span className="block text-sm text-ink-2">
              {t(`why.${why === "letters.ownOffice" ? "ownOffice" : "answeringDevice"}`)} · <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
