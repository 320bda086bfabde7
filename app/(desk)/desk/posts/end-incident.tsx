import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { Section } from "#components/ui/section.tsx";
import { longestUpdate } from "#domain/updates/input.ts";
import { end } from "./update-actions.ts";

/** 解除: below the form for one more update, because it is the last. */
export async function EndIncident({ postId, path }: { postId: number; path: string }) {
  const [t, words] = await Promise.all([getTranslations("incidents.end"), getTranslations("updates.form")]);
  return (
    <Section title={t("title")} id="end">
      <p className="my-2 max-w-measure text-ink-2">{t("lead")}</p>
      <ActionForm
        action={end.bind(null, path)}
        problemsTitle={t("problems")}
        ids={{ body: "end-body" }}
        className="grid gap-4"
      >
        <input type="hidden" name="postId" value={postId} />
        <input type="hidden" name="key" value={randomUUID()} />
        <FormArea
          name="body"
          id="end-body"
          label={t("body")}
          hint={words("bodyHint", { most: longestUpdate })}
          song
          rows={3}
        />
        <div>
          <Button icon="check">{t("send")}</Button>
        </div>
      </ActionForm>
    </Section>
  );
}
