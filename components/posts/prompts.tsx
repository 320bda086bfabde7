import { useLocale } from "next-intl";
import { tongueOf } from "#components/people/tongue.ts";
import { classes } from "#components/ui/classes.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** What a solicitation asks, one row each on a phone, side by side where there is room. */
export function Prompts({ prompts, label }: { prompts: readonly string[]; label: string }) {
  const language = useLocale();
  if (prompts.length === 0) return null;
  return (
    <ol
      aria-label={label}
      className={classes("mt-3.5 grid border-t border-rule", prompts.length > 1 && "lg:grid-cols-2")}
    >
      {prompts.map((prompt, place) => (
        <li
          key={prompt}
          className="flex gap-2.5 border-b border-rule py-2 leading-normal lg:even:border-s lg:even:ps-4"
        >
          <b aria-hidden="true" className="font-song text-brand">
            {language === "en" ? place + 1 : numerals[place]}
          </b>
          <VisuallyHidden>{place + 1}. </VisuallyHidden>
          <span lang={tongueOf(prompt, language)}>{prompt}</span>
        </li>
      ))}
    </ol>
  );
}
