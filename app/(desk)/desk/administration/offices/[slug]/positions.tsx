import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { FormArea, FormText } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OfficeWithin } from "#domain/administration/read-structure.ts";
import { addPosition, endPosition } from "../../actions.ts";
import { inLanguage } from "../../in-language.ts";

export async function Positions({ office }: { office: OfficeWithin }) {
  const t = await getTranslations("administration");
  const { titleOf } = await inLanguage();
  return (
    <Section title={t("position.title")}>
      {office.leaders.length === 0 && <p className="py-2 text-ink-2">{t("position.none")}</p>}
      <ul>
        {office.leaders.map((leader) => (
          <li key={leader.id} className="flex flex-wrap items-center justify-between gap-x-4 border-b border-rule py-2">
            <p>
              <b>{titleOf(leader)}</b> <span className="text-sm text-ink-2">{leader.handle}</span>
              {leader.portfolio && <span className="block text-sm text-ink-2">{leader.portfolio}</span>}
            </p>
            <ActionForm action={endPosition} problemsTitle={t("problems")}>
              <input type="hidden" name="leader" value={leader.handle} />
              <Button size="small" kind="danger" aria-label={t("position.closeNamed", { name: titleOf(leader) })}>
                {t("position.close")}
              </Button>
            </ActionForm>
          </li>
        ))}
      </ul>
      <ActionForm
        action={addPosition}
        problemsTitle={t("problems")}
        done={<Notice kind="ok">{t("done")}</Notice>}
        className="min-w-0 has-[[open]]:w-full"
      >
        <Disclosure summary={t("position.new")}>
          <div className="mt-2 mb-4 grid max-w-[34rem] gap-3">
            <input type="hidden" name="office" value={office.slug} />
            <FormText name="title" label={t("position.name")} hint={t("position.nameHint")} maxLength={60} />
            <FormText name="titleEn" label={t("position.nameEn")} maxLength={80} />
            <FormArea name="portfolio" label={t("position.portfolio")} rows={2} maxLength={200} />
            <FormText
              name="handle"
              label={t("position.handle")}
              hint={t("position.handleHint")}
              autoCapitalize="none"
              maxLength={40}
            />
            <Button kind="go" className="justify-self-start">
              {t("position.create")}
            </Button>
          </div>
        </Disclosure>
      </ActionForm>
    </Section>
  );
}
