import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { named } from "#components/people/named.ts";
import { nameOf } from "#components/people/speaker.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormRadios } from "#components/ui/form-fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { ToRespond } from "#domain/stories/read-own-named.ts";

interface RespondFormProps {
  postId: number;
  waiting: ToRespond;
  action: FormAction;
}

/** One office's answer to an exposure, under its plate or that of one of its leaders. */
export function RespondForm({ postId, waiting: { office, plates }, action }: RespondFormProps) {
  const t = useTranslations("stories.respond");
  const language = useLocale();
  const id = `response-${office.id}`;
  return (
    <Panel kind="brand" title={named(language, office)} className="mt-4">
      <ActionForm action={action} problemsTitle={t("problems")} ids={{ body: id }} className="grid gap-4">
        <input type="hidden" name="postId" value={postId} />
        <input type="hidden" name="officeId" value={office.id} />
        {plates.length > 1 ? (
          <FormRadios
            name="leaderId"
            legend={<span className="text-base">{t("as")}</span>}
            inline
            defaultValue={String(plates[0]!.leaderId ?? "")}
            options={plates.map(({ leaderId, speaker }) => ({
              value: String(leaderId ?? ""),
              words: nameOf(language, speaker),
            }))}
          />
        ) : (
          <input type="hidden" name="leaderId" value={plates[0]!.leaderId ?? ""} />
        )}
        <FormArea name="body" id={id} label={t("body")} hint={t("hint")} song rows={5} />
        <div>
          <Button kind="go" icon="send">
            {t("send")}
          </Button>
        </div>
      </ActionForm>
    </Panel>
  );
}
