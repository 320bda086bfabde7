import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/link-button.tsx";

/** What one may not read is not found either: these words say no more than that, and where to go on. */
export function Missing() {
  const t = useTranslations("frame.missing");
  return (
    <main id="main" className="mx-auto w-full max-w-column py-8">
      <h1>{t("title")}</h1>
      <p className="mt-3">{t("words")}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <LinkButton href="/" kind="go">
          {t("home")}
        </LinkButton>
        <LinkButton href="/look-up">{t("lookUp")}</LinkButton>
      </p>
    </main>
  );
}
