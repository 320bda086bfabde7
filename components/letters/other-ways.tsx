import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";

/** Ways that lead to the same office without this form. */
export function OtherWays() {
  const t = useTranslations("write.also");
  return (
    <Section title={t("title")} rule="above">
      <DefinitionList
        rows={[
          { term: <A href="/leaders">{t("comment")}</A>, words: t("commentWords") },
          { term: <A href="/look-up">{t("lookUp")}</A>, words: t("lookUpWords") },
        ]}
      />
    </Section>
  );
}
