import { getTranslations } from "next-intl/server";
import { Which } from "#app/(desk)/letters/[no]/act/which.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormArea } from "#components/ui/form-fields.tsx";
import { Panel } from "#components/ui/panel.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import type { ReviewStep } from "#domain/letters/reviews.ts";
import { askSuperior } from "./superior-actions.ts";

/** Which of the two is the writer's to ask now, or was until a day that has passed. */
function askedNow({ steps }: LetterForPerson) {
  return steps.find(
    (one): one is typeof one & { step: ReviewStep } =>
      (one.step === "review" || one.step === "recheck") &&
      (one.obstacle === null || one.obstacle.key === "letters.reviewOver"),
  );
}

export const asksSuperior = (letter: LetterForPerson): boolean => askedNow(letter) !== undefined;

/** 复查, then 复核: offered while it can be asked; once it is too late, it says until when it could have been. */
export async function AskSuperior({ letter }: { letter: LetterForPerson }) {
  const asked = askedNow(letter);
  if (!asked || !letter.mayAskUntil) return null;
  const { step } = asked;
  const free = asked.obstacle === null;
  const t = await getTranslations("reviews.ask");
  const calendar = await getTranslations("calendar");
  const problems = (await getTranslations("write"))("problemsTitle");
  const date = dayWords(calendar, letter.mayAskUntil);
  return (
    <Panel id="superior" title={t(`title.${step}`)}>
      <p className="text-ink-2">{t(`words.${step}`)}</p>
      <p className="mt-1 font-semibold">{t(free ? "until" : "over", { date })}</p>
      {free && (
        <ActionForm action={askSuperior} problemsTitle={problems} className="mt-3 grid gap-3">
          <Which letter={letter} />
          <input type="hidden" name="step" value={step} />
          <FormArea
            name="words"
            id="superior-words"
            label={t("label")}
            hint={t("hint")}
            rows={4}
            maxLength={2000}
            song
          />
          <p>
            <Button>{t(`send.${step}`)}</Button>
          </p>
        </ActionForm>
      )}
    </Panel>
  );
}
