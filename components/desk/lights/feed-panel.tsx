import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { FeedState } from "#domain/supervision/deliver-lights.ts";

/** How the lights feed to the inspection system stands, and what to do when it does not arrive. */
export function FeedPanel({ feed, again }: { feed: FeedState; again: FormAction }) {
  const t = useTranslations("lights.feed");
  const problems = useTranslations("desk-letter.form");
  const language = useLocale();
  const { configured, waiting, failed, problem, lastSentAt } = feed;
  return (
    <Panel title={t("title")}>
      <div className="grid gap-1 text-sm">
        {!configured && <p>{t("off")}</p>}
        {waiting > 0 && <p>{t("waiting", { n: waiting })}</p>}
        {failed > 0 && <p className="font-semibold text-danger">{t("failed", { n: failed })}</p>}
        {problem && <p className="text-ink-2">{t("problem", { problem })}</p>}
        {configured && waiting === 0 && failed === 0 && <p>{t("fine")}</p>}
        {lastSentAt && (
          <p className="text-ink-2">{t("last", { when: whenWords({ at: lastSentAt, short: true }, language) })}</p>
        )}
        {configured && failed > 0 && (
          <ActionForm action={again} problemsTitle={problems("problems")}>
            <Button>{t("again")}</Button>
          </ActionForm>
        )}
      </div>
    </Panel>
  );
}
