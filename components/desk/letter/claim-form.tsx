import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

interface ClaimFormProps {
  letter: Pick<LetterForPerson, "id" | "claim" | "mayClaim">;
  claim: FormAction;
  unclaim: FormAction;
}

/** Who is on it. It locks nothing: it spares two people the same work. */
export function ClaimForm({ letter, claim, unclaim }: ClaimFormProps) {
  const t = useTranslations("desk-letter.claim");
  const language = useLocale();
  // Whoever oversees only looks.
  if (!letter.mayClaim) return null;
  const own = letter.claim?.own ?? false;
  const since = letter.claim && whenWords({ at: letter.claim.at, short: true }, language);
  return (
    <ActionForm action={own ? unclaim : claim} problemsTitle="" className="flex flex-wrap items-center gap-x-2">
      <input type="hidden" name="letterId" value={letter.id} />
      {letter.claim && (
        <span className="text-sm text-ink-2">
          {own ? t("yours", { since: since! }) : t("theirs", { who: letter.claim.nickname, since: since! })}
        </span>
      )}
      <Button kind="quiet" size="small" data-key="a">
        {own ? t("letGo") : letter.claim ? t("takeOver") : t("take")}
      </Button>
    </ActionForm>
  );
}
