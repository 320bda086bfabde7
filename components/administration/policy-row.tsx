import { useTranslations } from "next-intl";
import { thresholdNames, unitOf, valueLines, wordOf } from "#components/administration/policy-words.ts";
import { dayWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormSelect, FormText } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Tag } from "#components/ui/tag.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Term, Thresholds } from "#domain/calendar/term.ts";
import type { ListedPolicy } from "#domain/policies/list-policies.ts";

interface PolicyRowProps {
  policy: ListedPolicy;
  /** The first day a change may hold from. */
  earliest: CivilDate;
  change: (before: FormState, form: FormData) => Promise<FormState>;
}

/** One number: what it is for, what holds, what is coming, how far the law lets it go. */
export function PolicyRow({ policy, earliest, change }: PolicyRowProps) {
  const t = useTranslations("policies");
  const calendar = useTranslations("calendar");
  const { name, value, isDefault, coming, cap } = policy;
  const word = wordOf(name);
  const own = (field: string) => `${field}-${name.replaceAll(".", "-")}`;
  return (
    <section className="border-b border-rule py-3" aria-labelledby={own("name")}>
      <h2 id={own("name")} className="text-base">
        {t(`names.${word}`)} {!isDefault && <Tag kind="office">{t("changed")}</Tag>}
      </h2>
      {valueLines(t, calendar, policy, value).map((line) => (
        <p key={line} className="font-semibold tabular-nums">
          {line}
        </p>
      ))}
      {cap && (
        <p className="text-sm text-ink-2">{t("cap", { term: calendar(`term.${cap.unit}`, { n: cap.length }) })}</p>
      )}
      {coming.map(({ from, value: then }) => (
        <p key={from} className="text-sm">
          {t("coming", {
            date: dayWords(calendar, from, "full"),
            value: valueLines(t, calendar, policy, then).join(calendar("list")),
          })}
        </p>
      ))}
      <ActionForm action={change} problemsTitle={t("problems")} ids={idsFor(own)}>
        <Disclosure summary={t("change", { name: t(`names.${word}`) })}>
          <div className="mt-2 grid gap-3">
            <input type="hidden" name="name" value={name} />
            <ValueFields policy={policy} own={own} />
            <FormText
              id={own("validFrom")}
              name="validFrom"
              type="date"
              label={t("from")}
              hint={t("fromHint")}
              min={earliest}
              className="max-w-60"
            />
            <Button kind="brand" className="justify-self-start">
              {t("save")}
            </Button>
          </div>
        </Disclosure>
      </ActionForm>
    </section>
  );
}

const fields = ["validFrom", "length", "unit", "number", "on", "date", ...thresholdNames];
const idsFor = (own: (field: string) => string) => Object.fromEntries(fields.map((field) => [field, own(field)]));

function ValueFields({
  policy: { name, shape, value },
  own,
}: {
  policy: ListedPolicy;
  own: (field: string) => string;
}) {
  const t = useTranslations("policies");
  const number = (field: string, label: string, given: number) => (
    <FormText
      key={field}
      id={own(field)}
      name={field}
      label={label}
      defaultValue={String(given)}
      inputMode="numeric"
      autoComplete="off"
      className="max-w-60"
    />
  );
  if (shape === "term") {
    const { unit, length } = value as Term;
    const units = unit === "hours" ? (["hours"] as const) : (["workdays", "days"] as const);
    return (
      <>
        {number("length", t("length"), length)}
        <FormSelect
          id={own("unit")}
          name="unit"
          label={t("unit")}
          defaultValue={unit}
          choices={units.map((one) => ({ value: one, words: t(`unitNames.${one}`) }))}
          className="max-w-60"
        />
      </>
    );
  }
  if (shape === "number") return number("number", t(`unitNames.${unitOf(name)}`), value as number);
  if (shape === "thresholds") {
    return thresholdNames.map((one) => number(one, t(`thresholds.${one}`), (value as Thresholds)[one]));
  }
  if (shape === "date") {
    return <FormText id={own("date")} name="date" type="date" label={t("date")} defaultValue={value as string} />;
  }
  return (
    <FormSelect
      id={own("on")}
      name="on"
      label={t("switch")}
      defaultValue={value ? "yes" : "no"}
      choices={(["yes", "no"] as const).map((one) => ({ value: one, words: t(one) }))}
      className="max-w-60"
    />
  );
}
