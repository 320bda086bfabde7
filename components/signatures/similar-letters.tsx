import { useTranslations } from "next-intl";
import { LetterNumber } from "#components/letters/plate.tsx";
import { Button } from "#components/ui/button.tsx";
import { A } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { nearCopy, type SimilarLetter } from "#domain/letters/similar-letters.ts";

/** Before a letter is sent: up to three public ones like it. Standing beside one of them is as good a choice as sending. */
export function SimilarLetters({ letters }: { letters: SimilarLetter[] }) {
  const t = useTranslations("joint.similar");
  if (letters.length === 0) return null;
  return (
    <Panel kind="brand" id="similar" title={t("title")} className="mt-4">
      <p>{t("words")}</p>
      <ul className="mt-2">
        {letters.map((letter) => (
          <li key={letter.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule py-2.5">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-song text-lg">
                <A href={`/letters/${letter.number}`}>{letter.title}</A>{" "}
                {letter.likeness >= nearCopy && <Tag kind="warn">{t("near")}</Tag>}
              </p>
              <p className="text-sm text-ink-2">
                <LetterNumber number={letter.number} /> · {t("cosigners", { n: letter.cosigners })}
              </p>
              {letter.likeness >= nearCopy && <p className="text-sm text-ink-2">{t("nearWhy")}</p>}
            </div>
            <form method="post" action="/api/signatures">
              <input type="hidden" name="number" value={letter.number} />
              <Button kind="go" size="large" icon="pen">
                {t("cosign")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-2">{t("goOn")}</p>
    </Panel>
  );
}
