import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { titled } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { LeaderReading } from "#domain/letters/leaders-trail.ts";

interface LeadersTrailProps {
  trail: readonly LeaderReading[];
  letterId: number;
  /** Null: it is not this person's to say, or they have said it. */
  acknowledge: FormAction | null;
}

/** 批阅轨迹: which leaders opened the letter, marked it as read, gave an instruction. */
export function LeadersTrail({ trail, letterId, acknowledge }: LeadersTrailProps) {
  const t = useTranslations("leading.trail");
  const language = useLocale();
  if (trail.length === 0 && !acknowledge) return null;
  const when = (at: Date) => whenWords({ at, short: true }, language);
  return (
    <section className="border border-rule bg-card px-4 pt-3 pb-2 sm:px-5">
      <h2 className="text-lg">{t("title")}</h2>
      {trail.length > 0 && (
        <DefinitionList
          rows={trail.map(({ leader, own, opened, acknowledgedAt, instructions }) => ({
            term: own ? t("you", { leader: titled(language, leader) }) : titled(language, leader),
            words: acknowledgedAt ? t("acknowledged", { when: when(acknowledgedAt) }) : t("notSaid"),
            detail: [
              opened && t("opened", { first: when(opened.first), days: opened.days }),
              instructions > 0 && t("instructions", { n: instructions }),
            ]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      )}
      {acknowledge && (
        <ActionForm action={acknowledge} problemsTitle={t("button")} className="flex flex-wrap items-center gap-x-3">
          <input type="hidden" name="letterId" value={letterId} />
          <Button icon="eye" size="small">
            {t("button")}
          </Button>
          <span className="text-sm text-ink-2">{t("aside")}</span>
        </ActionForm>
      )}
    </section>
  );
}
