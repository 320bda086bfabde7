import { useTranslations } from "next-intl";
import { sections } from "#components/frame/rail.tsx";
import { A } from "#components/ui/link.tsx";

export function Foot() {
  const t = useTranslations("frame");
  return (
    <footer className="unprinted mt-12 border-t-2 border-rule-strong text-sm text-ink-2">
      <div className="mx-auto w-full max-w-page px-4 pt-6 pb-8 lg:px-6">
        <ul className="mb-2 flex flex-wrap gap-x-6">
          {sections.map(({ href, words }) => (
            <li key={href}>
              <A href={href} className="inline-flex min-h-target items-center">
                {t(`nav.${words}`)}
              </A>
            </li>
          ))}
        </ul>
        <p className="max-w-measure">{t("foot.words")}</p>
      </div>
    </footer>
  );
}
