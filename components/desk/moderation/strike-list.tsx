import { useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { listStrikes } from "#domain/votes/invalidate.ts";

interface StrikeListProps {
  strikes: Awaited<ReturnType<typeof listStrikes>>;
  undo: (number: number) => FormAction;
}

/** The public numbered acts under a post; each may be taken back by a second one. */
export function StrikeList({ strikes, undo }: StrikeListProps) {
  const t = useTranslations("desk-moderation.discussion");
  const about = useTranslations("moderation.about");
  if (strikes.length === 0) return null;
  return (
    <Section title={t("acts")}>
      <ul>
        {strikes.map(({ id, number, accounts, votes, at, undoneAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-2">
            <b>{t("number", { n: number })}</b>
            <span>
              {about("accounts", { n: accounts })} · {about("votes", { n: votes })}
            </span>
            <span className="text-sm text-ink-2">
              <When at={at} />
            </span>
            {undoneAt ? (
              <Tag>{t("undone")}</Tag>
            ) : (
              <ActionForm action={undo(number)} problemsTitle={t("undo")}>
                <input type="hidden" name="invalidationId" value={id} />
                <Button size="small" icon="history">
                  {t("undo")}
                </Button>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
