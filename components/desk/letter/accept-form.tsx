import { useLocale, useTranslations } from "next-intl";
import { ConfirmText, type Proposed } from "#components/desk/letter/confirm-text.tsx";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import type { StepProps } from "#components/desk/letter/words-forms.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormRadios, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Choice } from "#components/ui/select.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { Foretold } from "#domain/letters/foretell.ts";
import { letterKinds, termClasses } from "#domain/letters/input.ts";

interface AcceptFormProps extends StepProps {
  kind: string;
  region: string;
  place: string;
  regions: Choice[];
  /** What the date would be, by class of term, if it were accepted now. */
  due: Record<(typeof termClasses)[number], Foretold>;
  /** Null when the writer keeps it to the offices: then nothing is published. */
  publicText: { title: Proposed; body: Proposed } | null;
  accusable: { offices: Choice[]; leaders: Choice[] };
  accused: { office: string; leader: string };
}

/** 受理: kind, term with its date, place, and the text for everybody, confirmed by a person. */
export function AcceptForm(props: AcceptFormProps) {
  const { kind, region, place, regions, due, publicText, accusable, accused, ...step } = props;
  const t = useTranslations("desk-letter.accept");
  const kinds = useTranslations("letters.kinds");
  const terms = useTranslations("letters.terms");
  const spans = useTranslations("calendar.term");
  const calendar = useTranslations("calendar");
  const dueWords = ({ at, on, working }: Foretold) => {
    const date = whenWords(at ? { at, short: true } : { on, short: true }, language);
    return working.provisional ? calendar("expected", { date }) : date;
  };
  const language = useLocale();
  return (
    <StepForm {...step} button={t(publicText ? "button" : "buttonPrivate")} icon="check">
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <FormRadios
          name="kind"
          legend={t("kind")}
          defaultValue={kind}
          options={letterKinds.map((one) => ({
            value: one,
            words: kinds(one),
            detail: one === "accusation" ? t("accusationMeans") : undefined,
          }))}
        />
        <FormRadios
          name="termClass"
          legend={t("term")}
          hint={t("termHint")}
          defaultValue={kind === "inquiry" ? "inquiry" : "ordinary"}
          options={termClasses.map((one) => ({
            value: one,
            words: terms(one),
            detail: t("dueOn", {
              term: spans(due[one].term.unit, { n: due[one].term.length }),
              date: dueWords(due[one]),
            }),
          }))}
        />
        <FormSelect name="region" label={t("region")} defaultValue={region} choices={regions} />
        <FormText name="place" label={t("place")} defaultValue={place} maxLength={100} />
      </div>
      <Disclosure summary={t("accused")} open={kind === "accusation"}>
        <p className="text-sm text-ink-2">{t("accusedHint")}</p>
        <div className="mt-2 grid gap-x-6 gap-y-4 md:grid-cols-2">
          <FormSelect
            name="accusedOffice"
            label={t("accusedOffice")}
            defaultValue={accused.office}
            choices={[{ value: "", words: t("nobody") }, ...accusable.offices]}
          />
          <FormSelect
            name="accusedLeader"
            label={t("accusedLeader")}
            defaultValue={accused.leader}
            choices={[{ value: "", words: t("nobody") }, ...accusable.leaders]}
          />
        </div>
      </Disclosure>
      {publicText ? (
        <ConfirmText {...publicText} />
      ) : (
        <Notice>{t(kind === "accusation" ? "accusationPrivate" : "keptPrivate")}</Notice>
      )}
    </StepForm>
  );
}
