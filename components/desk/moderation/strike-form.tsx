import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { FormRadios } from "#components/ui/form-fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { StrikePreview, strikeCodes } from "#domain/votes/invalidate.ts";

const codes = ["organised", "machine", "borrowed"] as const satisfies readonly (typeof strikeCodes)[number][];

interface StrikeFormProps {
  postId: number;
  personIds: readonly number[];
  preview: StrikePreview;
  action: FormAction;
}

/** How the counts would read afterwards, and the reason that everybody reads. */
export function StrikeForm({ postId, personIds, preview, action }: StrikeFormProps) {
  const t = useTranslations("desk-moderation.discussion");
  const reasons = useTranslations("moderation.strikeCodes");
  const { accounts, votes, changes } = preview;
  if (accounts === 0) return <Panel kind="plain">{t("none")}</Panel>;
  return (
    <Panel id="strike" kind="danger" title={t("preview")} className="mt-6">
      <p>{t("previewWords", { accounts, votes })}</p>
      {changes.length > 0 && (
        <DataTable
          caption={t("preview")}
          columns={(["thing", "before", "after"] as const).map((name) => ({ words: t(name) }))}
        >
          {changes.map(({ commentId, body, before, after }) => (
            <tr key={commentId ?? "post"}>
              <Cell head>{commentId === null ? t("itself") : <span className="line-clamp-2">{body}</span>}</Cell>
              <Cell label={t("before")}>{t("tally", { up: before[0], down: before[1] })}</Cell>
              <Cell label={t("after")}>{t("tally", { up: after[0], down: after[1] })}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
      <ActionForm action={action} problemsTitle={t("problems")} className="mt-4 grid gap-4">
        <input type="hidden" name="postId" value={postId} />
        {personIds.map((id) => (
          <input key={id} type="hidden" name="personIds" value={id} />
        ))}
        <FormRadios name="code" legend={t("why")} options={codes.map((value) => ({ value, words: reasons(value) }))} />
        <Button kind="danger" className="justify-self-start">
          {t("do", { votes })}
        </Button>
      </ActionForm>
    </Panel>
  );
}
