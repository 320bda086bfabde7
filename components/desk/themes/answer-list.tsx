import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { headline } from "#components/posts/headline.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormSelect, FormText } from "#components/ui/form-fields.tsx";
import { longestName } from "#domain/themes/input.ts";
import type { SaidAnswer, ShownTheme } from "#domain/themes/read-themes.ts";

interface AnswerListProps {
  postId: number;
  answers: readonly SaidAnswer[];
  themes: readonly Pick<ShownTheme, "id" | "name">[];
  /** The theme they stand in. */
  current: number | null;
  move: FormAction;
}

/** Answers, each with where it may be put instead: into another theme, a new one, or none. */
export function AnswerList({ answers, ...moving }: AnswerListProps) {
  return (
    <ul className="border-s-2 border-rule ps-3">
      {answers.map((answer) => (
        <li key={answer.id} className="border-b border-rule py-2 last:border-b-0">
          <p className="font-song whitespace-pre-line">{answer.body}</p>
          <MoveForm answer={answer} {...moving} />
        </li>
      ))}
    </ul>
  );
}

function MoveForm({
  postId,
  answer,
  themes,
  current,
  move,
}: Omit<AnswerListProps, "answers"> & { answer: SaidAnswer }) {
  const t = useTranslations("themes.desk");
  const ids = { themeId: `to-${answer.id}`, name: `name-${answer.id}` };
  return (
    <ActionForm
      action={move}
      problemsTitle={t("problems")}
      ids={ids}
      className="flex flex-wrap items-end gap-x-3 gap-y-1.5"
    >
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="commentId" value={answer.id} />
      <FormSelect
        name="themeId"
        id={ids.themeId}
        label={t("move")}
        defaultValue={current === null ? "" : String(current)}
        choices={[
          { value: "", words: t("none") },
          ...themes.map(({ id, name }) => ({ value: String(id), words: name })),
        ]}
        className="min-w-0 flex-1 basis-32"
      />
      <FormText
        name="name"
        id={ids.name}
        label={t("newName")}
        maxLength={longestName}
        autoComplete="off"
        className="min-w-0 flex-1 basis-32"
      />
      <Button aria-label={t("moveOf", { act: t("moveSend"), answer: headline(answer.body, 24) })}>
        {t("moveSend")}
      </Button>
    </ActionForm>
  );
}
