import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea, FormSelect } from "#components/ui/form-fields.tsx";
import type { Choice } from "#components/ui/select.tsx";
import { wordingUses } from "#domain/wordings/input.ts";
import type { Wording } from "#domain/wordings/read-wordings.ts";

interface WordingItemProps {
  wording: Wording;
  /** From nought. */
  place: number;
  actions: { change: FormAction; remove: FormAction; moveUp: FormAction };
}

function useUses(): Choice[] {
  const t = useTranslations("leading.wordings.uses");
  return wordingUses.map((use) => ({ value: use, words: t(use) }));
}

/** One sentence: changed in place, moved up, removed. */
export function WordingItem({ wording, place, actions }: WordingItemProps) {
  const t = useTranslations("leading.wordings");
  const uses = useUses();
  const n = place + 1;
  const hidden = <input type="hidden" name="wordingId" value={wording.id} />;
  return (
    <li className="grid gap-2 border-b border-rule py-3">
      <ActionForm
        action={actions.change}
        problemsTitle={t("problems")}
        ids={{ words: `words-${wording.id}`, use: `use-${wording.id}` }}
        className="grid gap-2"
      >
        {hidden}
        <FormArea
          name="words"
          id={`words-${wording.id}`}
          label={t("wordsOf", { n })}
          defaultValue={wording.words}
          song
          rows={2}
          maxLength={200}
        />
        <div className="flex flex-wrap items-end gap-3">
          <FormSelect
            name="use"
            id={`use-${wording.id}`}
            label={t("useOf", { n })}
            defaultValue={wording.use}
            choices={uses}
            className="min-w-48"
          />
          <Button aria-label={t("saveOf", { n })}>{t("save")}</Button>
        </div>
      </ActionForm>
      <div className="flex flex-wrap gap-2">
        {place > 0 && (
          <ActionForm action={actions.moveUp} problemsTitle={t("up")}>
            {hidden}
            <Button size="small" icon="arrow-up" aria-label={t("upOf", { n })}>
              {t("up")}
            </Button>
          </ActionForm>
        )}
        <ActionForm action={actions.remove} problemsTitle={t("remove")}>
          {hidden}
          <Button size="small" kind="danger" icon="x" aria-label={t("removeOf", { n })}>
            {t("remove")}
          </Button>
        </ActionForm>
      </div>
    </li>
  );
}

interface AddProps {
  leaderId: number;
  action: FormAction;
}

export function AddWording({ leaderId, action }: AddProps) {
  const t = useTranslations("leading.wordings");
  const uses = useUses();
  return (
    <ActionForm
      action={action}
      problemsTitle={t("problems")}
      ids={{ words: `words-of-${leaderId}`, use: `use-of-${leaderId}` }}
      className="mt-5 grid gap-3 border border-t-[3px] border-rule border-t-brand bg-card px-4 py-3"
    >
      <h3 className="text-lg">{t("add")}</h3>
      <input type="hidden" name="leaderId" value={leaderId} />
      <FormArea name="words" id={`words-of-${leaderId}`} label={t("words")} song rows={2} maxLength={200} />
      <FormSelect name="use" id={`use-of-${leaderId}`} label={t("use")} defaultValue="always" choices={uses} />
      <div>
        <Button kind="go" icon="plus">
          {t("add")}
        </Button>
      </div>
    </ActionForm>
  );
}

/** What the platform offers to begin with, as far as it is not on the list. */
export function GivenWordings({ leaderId, action, given }: AddProps & { given: readonly Omit<Wording, "id">[] }) {
  const t = useTranslations("leading.wordings");
  if (given.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 text-lg">{t("given")}</h3>
      <ul>
        {given.map(({ words, use }) => (
          <li key={words} className="flex flex-wrap items-center justify-between gap-2 border-b border-rule py-2">
            <span className="min-w-0 flex-1 basis-60">
              <span className="font-song">{words}</span> <small className="text-ink-2">{t(`uses.${use}`)}</small>
            </span>
            <ActionForm action={action} problemsTitle={t("take")}>
              <input type="hidden" name="leaderId" value={leaderId} />
              <input type="hidden" name="words" value={words} />
              <input type="hidden" name="use" value={use} />
              <Button size="small" icon="plus">
                {t("take")}
              </Button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}
