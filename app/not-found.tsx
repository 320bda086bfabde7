import { getTranslations } from "next-intl/server";
import { inDemo } from "#app/_edge/demo.ts";
import { pathOf } from "#app/_edge/language.ts";
import { Columns } from "#components/frame/columns.tsx";
import { SquareFrame } from "#components/frame/square-frame.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** What one may not read is not found either: the page says no more than that. */
export default async function NotFound() {
  const t = await getTranslations("frame.missing");
  return (
    <SquareFrame path={await pathOf()} demo={inDemo()} rail={false}>
      <Columns>
        <h1 className="mt-8">{t("title")}</h1>
        <p className="mt-3">{t("words")}</p>
        <p className="mt-6 flex flex-wrap gap-3">
          <LinkButton href="/" kind="go">
            {t("home")}
          </LinkButton>
          <LinkButton href="/look-up">{t("lookUp")}</LinkButton>
        </p>
      </Columns>
    </SquareFrame>
  );
}
