import { useTranslations } from "next-intl";
import { hourLines } from "#components/directory/hour-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { FormText } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { type Hours, writeStretches } from "#domain/directory/hours.ts";
import { weekdays } from "#domain/directory/input.ts";
import type { ShownPhone } from "#domain/directory/shown-phone.ts";

type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/** What most offices keep: the form begins with it, and whoever enters a number looks at it. */
const usual: Hours = {
  week: weekdays.map((_, place) =>
    place < 5
      ? [
          ["08:30", "12:00"],
          ["14:30", "17:30"],
        ]
      : [],
  ),
  holiday: [],
};

export function NewPhone({ office, action }: { office: string; action: FormAction }) {
  const t = useTranslations("directory.desk");
  return (
    <ActionForm action={action} problemsTitle={t("problems")} ids={idsFor(office)} className="mt-2">
      <Disclosure summary={t("add")}>
        <div className="mt-2 grid gap-4">
          <input type="hidden" name="office" value={office} />
          <PhoneFields own={office} />
          <Button kind="go" className="justify-self-start">
            {t("addAct")}
          </Button>
        </div>
      </Disclosure>
    </ActionForm>
  );
}

interface KeptPhoneProps {
  phone: ShownPhone;
  change: FormAction;
  remove: FormAction;
}

export function KeptPhone({ phone, change, remove }: KeptPhoneProps) {
  const t = useTranslations("directory.desk");
  const { id, label, number, note, hours } = phone;
  const own = String(id);
  return (
    <div className="border-b border-rule py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <p className="leading-normal">
          <span className="block text-sm text-ink-2">{label}</span>
          <b className="text-lg tabular-nums">{number}</b>
        </p>
        <ActionForm action={remove} problemsTitle={t("problems")}>
          <input type="hidden" name="phoneId" value={id} />
          <Button size="small" aria-label={t("removeNamed", { label, number })}>
            {t("remove")}
          </Button>
        </ActionForm>
      </div>
      {hours && <KeptHours hours={hours} />}
      {note && <p className="text-sm text-ink-2">{note}</p>}
      <ActionForm
        action={change}
        problemsTitle={t("problems")}
        ids={idsFor(own)}
        done={<Notice kind="ok">{t("done")}</Notice>}
      >
        <Disclosure summary={t("changeNamed", { label, number })}>
          <div className="mt-2 grid gap-4">
            <input type="hidden" name="phoneId" value={id} />
            <PhoneFields own={own} phone={phone} />
            <Button kind="brand" className="justify-self-start">
              {t("save")}
            </Button>
          </div>
        </Disclosure>
      </ActionForm>
    </div>
  );
}

function KeptHours({ hours }: { hours: Hours }) {
  const t = useTranslations("directory.day");
  return (
    <p className="text-sm text-ink-2">
      {hourLines(t, hours).map(({ days, times }) => (
        <span key={days} className="block">
          {days} <span className="whitespace-pre tabular-nums">{times}</span>
        </span>
      ))}
    </p>
  );
}

const days = [...weekdays, "holiday"] as const;

/** Several of these forms stand on a page: each has ids of its own. */
const idsFor = (own: string) =>
  Object.fromEntries(["label", "number", "note", ...days].map((name) => [name, `${name}-${own}`]));

function PhoneFields({ own, phone }: { own: string; phone?: ShownPhone }) {
  const t = useTranslations("directory.desk");
  const day = useTranslations("directory.day");
  const hours = phone ? phone.hours : usual;
  return (
    <>
      <FormText
        id={`label-${own}`}
        name="label"
        label={t("label")}
        hint={t("labelHint")}
        defaultValue={phone?.label ?? ""}
        maxLength={20}
      />
      <FormText
        id={`number-${own}`}
        name="number"
        label={t("number")}
        defaultValue={phone?.number ?? ""}
        inputMode="tel"
        autoComplete="off"
        maxLength={30}
      />
      <Fieldset id={`hours-${own}`} legend={t("hours")} hint={t("hoursHint")}>
        <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
          {weekdays.map((name, place) => (
            <FormText
              key={name}
              id={`${name}-${own}`}
              name={name}
              label={day(String(place + 1) as "1")}
              defaultValue={writeStretches(hours?.week[place] ?? [])}
              autoComplete="off"
              maxLength={100}
            />
          ))}
          <FormText
            id={`holiday-${own}`}
            name="holiday"
            label={t("holiday")}
            defaultValue={writeStretches(hours?.holiday ?? [])}
            autoComplete="off"
            maxLength={100}
          />
        </div>
      </Fieldset>
      <FormText
        id={`note-${own}`}
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        defaultValue={phone?.note ?? ""}
        maxLength={100}
      />
    </>
  );
}
