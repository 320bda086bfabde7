import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { flagReasons, longestFlag } from "#domain/flags/input.ts";

interface FlagFormProps {
  /** comment:12 */
  of: string;
  reason?: string | undefined;
  words?: string | undefined;
}

/** A plain form: who reported is nowhere told, and that stands before the button. */
export function FlagForm({ of, reason, words }: FlagFormProps) {
  const t = useTranslations("flags");
  return (
    <form method="post" action="/api/flags" className="mt-5 grid gap-5">
      <input type="hidden" name="of" value={of} />
      <RadioGroup
        name="reason"
        required
        legend={t("form.why")}
        hint={t("form.whyHint")}
        defaultValue={reason}
        options={flagReasons.map((value) => ({ value, words: t(`reasons.${value}`) }))}
      />
      <TextArea name="words" label={t("form.more")} defaultValue={words} maxLength={longestFlag} rows={3} />
      <Panel>
        <p>{t("form.means")}</p>
      </Panel>
      <Button kind="go" icon="flag" className="justify-self-start">
        {t("form.send")}
      </Button>
    </form>
  );
}
