import { useTranslations } from "next-intl";
import { OfferPhones } from "#components/directory/offer-phones.tsx";
import type { ShownPhone } from "#domain/directory/shown-phone.ts";

/** The numbers of the office that answers, under its answer. */
export function AnswerPhones({ phones }: { phones: readonly ShownPhone[] }) {
  const t = useTranslations("directory.answer");
  if (phones.length === 0) return null;
  return (
    <OfferPhones
      into="next"
      words={{ title: t("title"), add: t("add") }}
      phones={phones.map(({ number, label }) => ({
        number,
        label,
        sentence: t("sentence", { label, number }),
        named: t("addNamed", { label, number }),
      }))}
    />
  );
}
