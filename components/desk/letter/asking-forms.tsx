import { useLocale, useTranslations } from "next-intl";
import { StepForm } from "#components/desk/letter/step-form.tsx";
import type { StepProps } from "#components/desk/letter/words-forms.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { named } from "#components/people/named.ts";
import { FormArea, FormRadios, FormText } from "#components/ui/form-fields.tsx";
import { When } from "#components/ui/when.tsx";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Extension, Objection } from "#domain/letters/read-asked.ts";
import type { ShownPromise } from "#domain/letters/read-promises.ts";

/** 提出异议: why the letter is another office's, while there is time. */
export function ObjectForm({ until, ...props }: StepProps & { until: CivilDate | null }) {
  const t = useTranslations("handling.object");
  const calendar = useTranslations("calendar");
  return (
    <StepForm {...props} button={t("button")} icon="hand" ids={{ words: "object-words" }} aside={t("aside")}>
      {until && <p className="text-sm">{t("until", { date: dayWords(calendar, until, "shortWithWeekday") })}</p>}
      <FormArea name="words" id="object-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={4} />
    </StepForm>
  );
}

/** What is being decided, in the words of who asked. */
export function AskedWords({ asked }: { asked: Objection | Extension }) {
  const t = useTranslations("handling.asked");
  const language = useLocale();
  const office = named(language, asked.office);
  return (
    <blockquote className="border-s-[3px] border-brand bg-paper px-3 py-2">
      <p className="text-sm text-ink-2">
        {"days" in asked ? t("extension", { office, days: asked.days }) : t("objection", { office })}{" "}
        <When at={asked.at} dayOnly />
      </p>
      <p className="font-song whitespace-pre-wrap">{asked.words ?? t("gone")}</p>
    </blockquote>
  );
}

type Deciding = StepProps & {
  step: "uphold" | "overrule" | "grant" | "deny";
  asked: Objection | Extension | undefined;
};

/** Upholding, overruling, granting, denying: what was asked above, the reason below. */
export function DecideForm({ step, asked, ...props }: Deciding) {
  const t = useTranslations(`handling.${step}`);
  const id = `${step}-words`;
  return (
    <StepForm {...props} button={t("button")} ids={{ words: id }} aside={t("aside")}>
      {asked && <AskedWords asked={asked} />}
      <FormArea name="words" id={id} label={t("words")} maxLength={2000} rows={3} />
    </StepForm>
  );
}

/** 申请延期: how many calendar days, and why: the writer reads it. */
export function ExtendForm({ days, most, ...props }: StepProps & { days: number; most: number }) {
  const t = useTranslations("handling.extend");
  return (
    <StepForm {...props} button={t("button")} icon="clock" ids={{ words: "extend-words" }} aside={t("aside")}>
      <FormText
        name="days"
        label={t("days")}
        hint={t("daysHint", { most })}
        inputMode="numeric"
        defaultValue={String(days)}
        className="max-w-64"
      />
      <FormArea name="words" id="extend-words" label={t("words")} hint={t("hint")} maxLength={2000} rows={3} />
    </StepForm>
  );
}

/** 作出承诺: what, and by which day. */
export function PromiseForm({ from, ...props }: StepProps & { from: CivilDate }) {
  const t = useTranslations("handling.promise");
  return (
    <StepForm {...props} button={t("button")} icon="calendar-days" ids={{ words: "promise-words" }} aside={t("aside")}>
      <FormArea name="words" id="promise-words" label={t("words")} hint={t("hint")} song maxLength={2000} rows={3} />
      <FormText name="due" type="date" label={t("due")} hint={t("dueHint")} min={from} className="max-w-64" />
    </StepForm>
  );
}

/** 兑现承诺: which one, and what was done. */
export function KeepForm({ promises, ...props }: StepProps & { promises: readonly ShownPromise[] }) {
  const t = useTranslations("handling.keep");
  const calendar = useTranslations("calendar");
  const open = promises.filter(({ state }) => state === "open");
  return (
    <StepForm {...props} button={t("button")} icon="badge-check" ids={{ words: "keep-words" }} aside={t("aside")}>
      <FormRadios
        name="promiseId"
        legend={t("which")}
        defaultValue={open.length === 1 ? String(open[0]!.id) : undefined}
        options={open.map(({ id, words, dueOn }) => ({
          value: String(id),
          words: words ?? t("gone"),
          detail: t("by", { date: dayWords(calendar, dueOn, "shortWithWeekday") }),
        }))}
      />
      <FormArea name="words" id="keep-words" label={t("words")} song maxLength={2000} rows={3} />
    </StepForm>
  );
}

/** 回应评价: beside the rating, for everybody to read. */
export function RespondForm({ until, ...props }: StepProps & { until: CivilDate | null }) {
  const t = useTranslations("handling.respondRating");
  const calendar = useTranslations("calendar");
  return (
    <StepForm {...props} button={t("button")} icon="reply" ids={{ words: "respond-words" }} aside={t("aside")}>
      {until && <p className="text-sm">{t("until", { date: dayWords(calendar, until, "shortWithWeekday") })}</p>}
      <FormArea name="words" id="respond-words" label={t("words")} hint={t("hint")} song maxLength={2000} rows={4} />
    </StepForm>
  );
}
