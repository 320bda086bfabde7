import { useLocale, useTranslations } from "next-intl";
import { tongueOf } from "#components/people/tongue.ts";
import { A } from "#components/ui/link.tsx";
import { Numeral, Section } from "#components/ui/section.tsx";
import type { ShownTheme } from "#domain/themes/read-themes.ts";

interface ThemeListProps {
  postId: number;
  prompts: readonly string[];
  themes: readonly ShownTheme[];
  /** The one whose answers are shown below. */
  current: number | null;
}

/** What the answers to a solicitation speak of, question by question, with how many and two of them. */
export function ThemeList({ postId, prompts, themes, current }: ThemeListProps) {
  const t = useTranslations("themes");
  if (prompts.length === 0) return null;
  return (
    <div data-live={`themes:${postId}`}>
      {themes.length > 0 && (
        <Section title={t("title")} id="themes">
          <p className="py-2 text-sm leading-relaxed text-ink-2">{t("how")}</p>
          {prompts.map((prompt, place) => (
            <Question
              key={prompt}
              number={place + 1}
              prompt={prompt}
              themes={themes.filter((theme) => theme.prompt === place)}
              postId={postId}
              current={current}
            />
          ))}
        </Section>
      )}
    </div>
  );
}

interface QuestionProps extends Pick<ThemeListProps, "postId" | "themes" | "current"> {
  number: number;
  prompt: string;
}

function Question({ number, prompt, themes, postId, current }: QuestionProps) {
  const t = useTranslations("themes");
  const language = useLocale();
  return (
    <div className="border-t border-rule py-2.5 first-of-type:border-t-0">
      <h3 className="text-base">
        <Numeral of={number} />
        <span lang={tongueOf(prompt, language)}>{prompt}</span>
      </h3>
      {themes.length === 0 && <p className="text-sm text-ink-2">{t("none")}</p>}
      <ul className="grid gap-x-8 lg:grid-cols-2">
        {themes.map((theme) => (
          <li key={theme.id} className="py-1.5">
            <A
              href={`/posts/${postId}?theme=${theme.id}#comments`}
              aria-current={theme.id === current ? "true" : undefined}
              className="inline-flex min-h-target items-center gap-2"
            >
              <b lang={tongueOf(theme.name, language)}>{theme.name}</b>
              <span className="text-sm text-ink-2">{t("count", { n: theme.count })}</span>
            </A>
            <Examples postId={postId} of={theme} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Examples({ postId, of: { examples } }: { postId: number; of: ShownTheme }) {
  const t = useTranslations("themes");
  const language = useLocale();
  return (
    <ul aria-label={t("quoted")} className="grid gap-1 border-s-2 border-rule ps-3">
      {examples.map(({ id, body }) => (
        <li key={id}>
          <A
            href={`/posts/${postId}?thread=${id}#comment-${id}`}
            lang={tongueOf(body, language)}
            className="line-clamp-2 text-sm text-ink-2 no-underline hover:underline"
          >
            {body}
          </A>
        </li>
      ))}
    </ul>
  );
}
