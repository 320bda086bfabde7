import { useTranslations } from "next-intl";
import { PhoneEntry } from "#components/directory/phone-entry.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ShownPhone } from "#domain/directory/shown-phone.ts";

/** An office's telephones beside its stream and its leaders'. */
export function PhonesBox({ phones, office }: { phones: readonly ShownPhone[]; office: string }) {
  const t = useTranslations("directory");
  return (
    <Section title={t("office.title")} rule="above" aside={<A href="/directory">{t("office.all")}</A>}>
      {phones.length === 0 ? (
        <p className="text-sm text-ink-2">{t("office.none")}</p>
      ) : (
        <>
          <p className="mb-2 text-sm leading-relaxed text-ink-2">{t("report.what")}</p>
          <ul className="border-t border-rule">
            {phones.map((phone) => (
              <PhoneEntry key={phone.id} phone={phone} office={office} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
