import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea, FormSelect } from "#components/ui/form-fields.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { hidingCodes } from "#domain/letters/input.ts";

interface HideWordsProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  letterId: number;
  eventId: number;
}

/** One step's words off the web: the step stays, the reason stands in the public log. */
export function HideWords({ action, letterId, eventId }: HideWordsProps) {
  const t = useTranslations("publication.words");
  const codes = useTranslations("letters.hidingCodes");
  const own = (field: string) => `${field}-${eventId}`;
  return (
    <ActionForm action={action} problemsTitle={t("problems")} ids={{ code: own("code"), words: own("reason") }}>
      <Disclosure summary={t("open")} className="text-sm">
        <div className="my-2 grid gap-3">
          <p className="text-ink-2">{t("what")}</p>
          <input type="hidden" name="letterId" value={letterId} />
          <input type="hidden" name="eventId" value={eventId} />
          <FormSelect
            id={own("code")}
            name="code"
            label={t("code")}
            choices={hidingCodes.map((code) => ({ value: code, words: codes(code) }))}
          />
          <FormArea
            id={own("reason")}
            name="words"
            label={t("reason")}
            hint={t("reasonHint")}
            rows={2}
            maxLength={500}
          />
          <Button kind="danger" size="small" className="justify-self-start">
            {t("act")}
          </Button>
        </div>
      </Disclosure>
    </ActionForm>
  );
}
