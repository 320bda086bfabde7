import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Section } from "#components/ui/section.tsx";

/** Beside each step: who will see what is filled in there. Of an accusation nobody but its handlers sees anything. */
export function WhoSees({ step, accusation }: { step: "what" | "where" | "who"; accusation: boolean }) {
  const t = useTranslations("write.sees");
  const rows = accusation
    ? (["offices", "everybody", "nobody"] as const).map((who) => ({ term: t(who), words: t(`accusation.${who}`) }))
    : [
        { term: t("everybody"), words: t(`${step}.everybody`) },
        { term: t("offices"), words: t(`${step}.offices`) },
        ...(step === "who" ? [] : [{ term: t("later"), words: t("laterWords") }]),
      ];
  return (
    <Section title={t("title")} rule="above">
      <DefinitionList rows={rows} />
    </Section>
  );
}
