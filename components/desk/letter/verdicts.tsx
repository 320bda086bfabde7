import { useTranslations } from "next-intl";
import { When } from "#components/ui/when.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

/** What the writer said of each round: it stands beside what the office said, and is not changed by it. */
export function Verdicts({ verdicts }: { verdicts: LetterForPerson["verdicts"] }) {
  const t = useTranslations("desk-letter.verdicts");
  const words = useTranslations("letters");
  if (verdicts.length === 0) return null;
  return (
    <section className="border border-rule bg-card px-4 pt-3 pb-3">
      <h2 className="text-lg">{t("title")}</h2>
      <ul>
        {verdicts.map((verdict) => (
          <li key={verdict.round} className="border-t border-rule py-2 first:border-t-0">
            <p>
              <b>{words(`solved.${verdict.solved}`)}</b>
              {" · "}
              {t("attitude", { grade: words(`grades.${verdict.attitude}`) })}
              {" · "}
              {t("speed", { grade: words(`grades.${verdict.speed}`) })}
            </p>
            <p className="text-sm text-ink-2">
              {t("round", { n: verdict.round })} · <When at={verdict.at} dayOnly />
              {verdict.late && ` · ${t("late")}`}
            </p>
            {verdict.words && <p className="mt-1 font-song whitespace-pre-wrap">{verdict.words}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
