import { useTranslations } from "next-intl";
import type { FormAction } from "#components/appeals/act-forms.tsx";
import { usePledgeWords } from "#components/appeals/pledge-list.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { When } from "#components/ui/when.tsx";
import type { OwnPledge } from "#domain/appeals/read-appeal-for.ts";

interface OwnPledgesProps {
  postId: number;
  pledges: readonly OwnPledge[];
  takeBack: FormAction;
}

/** What one has promised oneself, hidden amounts too, and the way to take it back while that can be done. */
export function OwnPledges({ postId, pledges, takeBack }: OwnPledgesProps) {
  const t = useTranslations("appeals.mine");
  const words = usePledgeWords();
  const problems = useTranslations("appeals")("problems");
  if (pledges.length === 0) return null;
  return (
    <Section title={t("pledges")}>
      <ul>
        {pledges.map((own) => {
          const what = words({ ...own, amountHidden: false });
          return (
            <li key={own.id} className="flex flex-wrap items-center gap-x-4 border-b border-rule py-1.5">
              <span>
                <b>{what}</b> <When at={own.at} className="text-sm text-ink-2" />
              </span>
              {own.mayBeTakenBack ? (
                <ActionForm action={takeBack} problemsTitle={problems} className="ms-auto">
                  <input type="hidden" name="postId" value={postId} />
                  <input type="hidden" name="pledgeId" value={own.id} />
                  <Button kind="quiet" aria-label={t("takeBackOf", { what })}>
                    {t("takeBack")}
                  </Button>
                </ActionForm>
              ) : (
                <small className="ms-auto text-ink-2">{t("stands")}</small>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
