import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Columns } from "#components/frame/columns.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("retention.closed"))("title") };
}

/** Said once, after everything is gone: whoever reads it has no account any more. */
export default async function Closed() {
  const t = await getTranslations("retention.closed");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="my-3">{t("words")}</p>
      <LinkButton href="/">{t("home")}</LinkButton>
    </Columns>
  );
}
