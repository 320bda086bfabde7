import { useTranslations } from "next-intl";
import { AnswerList } from "#components/desk/themes/answer-list.tsx";
import { DropForm, MergeForm, RenameForm, type ThemeActions } from "#components/desk/themes/theme-forms.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { SaidAnswer, ShownTheme } from "#domain/themes/read-themes.ts";

interface QuestionThemesProps {
  postId: number;
  number: number;
  prompt: string;
  themes: readonly ShownTheme[];
  /** In no theme. */
  free: readonly SaidAnswer[];
  actions: ThemeActions;
}

/** The themes of one question, each with what may be put right about it and its answers; then what stands in none. */
export function QuestionThemes({ postId, number, prompt, themes, free, actions }: QuestionThemesProps) {
  const t = useTranslations("themes.desk");
  const moving = { postId, themes, move: actions.move };
  return (
    <Section title={prompt} number={number} id={`question-${number}`}>
      {themes.length === 0 && (
        <div className="pt-3">
          <EmptyState title={t("noThemes")}>{t("noThemesWhy")}</EmptyState>
        </div>
      )}
      <ul>
        {themes.map((theme) => (
          <li key={theme.id} className="border-b border-rule py-2">
            <Disclosure
              summary={
                <>
                  <b>{theme.name}</b> · {t("answers", { n: theme.count })}
                </>
              }
            >
              <div className="flex flex-wrap items-end gap-x-5 gap-y-2 py-2">
                <RenameForm postId={postId} theme={theme} action={actions.rename} />
                <MergeForm postId={postId} theme={theme} others={themes} action={actions.merge} />
                <DropForm postId={postId} theme={theme} action={actions.drop} />
              </div>
              <AnswerList answers={theme.examples} current={theme.id} {...moving} />
              {theme.count > theme.examples.length && (
                <p className="text-sm text-ink-2">{t("more", { n: theme.examples.length })}</p>
              )}
            </Disclosure>
          </li>
        ))}
      </ul>
      <h3 className="mt-4 text-base">{t("free")}</h3>
      {free.length === 0 ? (
        <p className="text-ink-2">{t("noFree")}</p>
      ) : (
        <AnswerList answers={free} current={null} {...moving} />
      )}
    </Section>
  );
}
