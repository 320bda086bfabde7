import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormCheckbox, FormRadios, FormSelect, FormText } from "#components/ui/form-fields.tsx";
import type { Choice } from "#components/ui/select.tsx";
import { enteredKinds, enteredVias } from "#domain/letters/entering.ts";

interface EnterFormProps {
  action: FormAction;
  mailboxes: Choice[];
  regions: Choice[];
}

/** How it came, what it is about, for whom, and whether everybody may read it. */
export function EnterForm({ action, mailboxes, regions }: EnterFormProps) {
  const t = useTranslations("enter");
  const words = useTranslations("letters");
  return (
    <ActionForm action={action} problemsTitle={t("problems")} className="grid gap-5">
      <FormRadios
        name="via"
        legend={t("via")}
        inline
        options={enteredVias.map((value) => ({ value, words: words(`vias.${value}`) }))}
      />
      <FormSelect name="mailbox" label={t("mailbox")} choices={mailboxes} />
      <FormRadios
        name="kind"
        legend={t("kind")}
        hint={t("kindHint")}
        inline
        options={enteredKinds.map((value) => ({ value, words: words(`kinds.${value}`) }))}
      />
      <FormText name="title" label={t("name")} maxLength={60} />
      <FormArea name="body" label={t("body")} hint={t("bodyHint")} rows={7} maxLength={5000} song />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormSelect
          name="region"
          label={t("region")}
          choices={[{ value: "", words: t("mailboxRegion") }, ...regions]}
        />
        <FormText name="place" label={t("place")} maxLength={100} />
        <FormText name="name" label={t("who")} hint={t("whoHint")} maxLength={40} autoComplete="off" />
        <FormText name="phone" label={t("phone")} hint={t("phoneHint")} type="tel" maxLength={20} autoComplete="off" />
      </div>
      <div>
        <FormRadios
          name="visibility"
          legend={t("visibility")}
          options={(["nameless", "handlers"] as const).map((value) => ({
            value,
            words: words(`visibilities.${value}`),
            detail: t(`visible.${value}`),
          }))}
        />
        <FormCheckbox name="consent" label={t("consent")} />
      </div>
      <p>
        <Button kind="go" icon="check">
          {t("send")}
        </Button>
      </p>
    </ActionForm>
  );
}
