import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PictureFields } from "#components/desk/posts/picture-fields.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import type { ButtonKind } from "#components/ui/button-look.ts";
import { FormArea, FormCheckbox, FormRadios, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Panel } from "#components/ui/panel.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { OpenReport } from "#domain/appeals/desk-appeals.ts";
import {
  longestAddress,
  longestAmountWords,
  longestCharity,
  longestWords,
  reportReasons,
} from "#domain/appeals/input.ts";

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

interface ActProps {
  postId: number;
  action: FormAction;
}

interface ActFormProps {
  name: "verify" | "refuse" | "handOver" | "close" | "withdraw" | "suspend" | "resume" | "report";
  postId: number;
  action: FormAction;
  kind?: ButtonKind;
  /** Where a field's id is not its name. */
  ids?: Record<string, string>;
  children: ReactNode;
}

function ActForm({ name, postId, action, kind = "plain", ids, children }: ActFormProps) {
  const t = useTranslations("appeals.forms");
  return (
    <Panel id={name} title={t(`${name}.title`)} kind={kind === "go" ? "brand" : "plain"} className="mt-5">
      <ActionForm
        action={action}
        problemsTitle={useTranslations("appeals")("problems")}
        ids={ids}
        className="grid gap-4"
      >
        <input type="hidden" name="postId" value={postId} />
        {children}
        <div>
          <SubmitButton kind={kind} waiting={t("sending")}>
            {t(`${name}.send`)}
          </SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}

/** What the office found, what public aid covers, and a designated charity where the law demands one. */
export function VerifyForm({ postId, action }: ActProps) {
  const t = useTranslations("appeals.forms.verify");
  return (
    <ActForm name="verify" postId={postId} action={action} kind="go">
      <FormArea name="need" label={t("need")} hint={t("needHint")} rows={4} maxLength={longestWords} />
      <FormArea name="publicAid" label={t("publicAid")} hint={t("publicAidHint")} rows={3} maxLength={longestWords} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <FormText
          name="charityName"
          label={t("charityName")}
          hint={t("charityHint")}
          maxLength={longestCharity}
          autoComplete="off"
        />
        <FormText
          name="charityUrl"
          label={t("charityUrl")}
          inputMode="url"
          maxLength={longestAddress}
          autoComplete="off"
        />
      </div>
    </ActForm>
  );
}

/** A step that needs a few public words and nothing else. */
export function WordsForm({
  name,
  postId,
  action,
  kind,
}: ActProps & { name: "refuse" | "close" | "withdraw" | "suspend" | "resume"; kind?: ButtonKind }) {
  const t = useTranslations("appeals.forms");
  const id = `${name}-words`;
  return (
    <ActForm name={name} postId={postId} action={action} kind={kind} ids={{ words: id }}>
      <FormArea
        id={id}
        name="words"
        label={t(`${name}.words`)}
        hint={t(`${name}.hint`)}
        rows={3}
        maxLength={longestWords}
      />
    </ActForm>
  );
}

/** What reached those it was meant for, with its receipts. */
export function HandOverForm({ postId, action }: ActProps) {
  const t = useTranslations("appeals.forms.handOver");
  const id = "hand-over-words";
  return (
    <ActForm name="handOver" postId={postId} action={action} kind="brand" ids={{ words: id }}>
      {/* Enter in a field sends the form, not the first button of the pictures. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <FormArea id={id} name="words" label={t("words")} hint={t("hint")} rows={4} maxLength={longestWords} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <FormText id="hand-over-amount" name="amount" label={t("amount")} inputMode="numeric" autoComplete="off" />
        <FormText
          name="amountWords"
          label={t("amountWords")}
          hint={t("amountWordsHint")}
          maxLength={longestAmountWords}
          autoComplete="off"
        />
        <FormText name="present" label={t("present")} inputMode="numeric" autoComplete="off" />
      </div>
      <PictureFields images={[]} />
      <FormCheckbox name="masked" label={t("masked")} hint={t("maskedHint")} />
    </ActForm>
  );
}

/** 举报: what is wrong, and what one saw. */
export function ReportForm({ postId, action }: ActProps) {
  const t = useTranslations("appeals.forms.report");
  const id = "report-words";
  return (
    <ActForm name="report" postId={postId} action={action} ids={{ words: id }}>
      <p className="text-ink-2">{t("lead")}</p>
      <FormSelect
        name="reason"
        label={t("reason")}
        choices={reportReasons.map((reason) => ({ value: reason, words: t(`reasons.${reason}`) }))}
      />
      <FormArea id={id} name="words" label={t("words")} hint={t("hint")} rows={3} maxLength={longestWords} />
    </ActForm>
  );
}

/** A report, and what comes of it. */
export function DecideForm({ report, action }: { report: OpenReport; action: FormAction }) {
  const t = useTranslations("appeals.forms");
  const own = `report-${report.id}`;
  return (
    <Panel id={own} title={t(`report.reasons.${report.reason}`)} kind="danger" className="mt-5">
      <blockquote className="font-song mb-3 border-s-[3px] border-control ps-3 whitespace-pre-line">
        {report.words}
      </blockquote>
      <ActionForm
        action={action}
        problemsTitle={useTranslations("appeals")("problems")}
        ids={{ words: `${own}-words`, outcome: `${own}-outcome` }}
        className="grid gap-4"
      >
        <input type="hidden" name="reportId" value={report.id} />
        <FormRadios
          id={`${own}-outcome`}
          name="outcome"
          legend={t("decide.outcome")}
          options={(["unfounded", "suspended"] as const).map((value) => ({ value, words: t(`decide.${value}`) }))}
        />
        <FormArea
          id={`${own}-words`}
          name="words"
          label={t("decide.words")}
          hint={t("decide.hint")}
          rows={3}
          maxLength={longestWords}
        />
        <div>
          <SubmitButton kind="brand" waiting={t("sending")}>
            {t("decide.send")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  );
}
