import { getTranslations } from "next-intl/server";
import { Tabs } from "#components/ui/tabs.tsx";

/** The two halves: what there is, and who sits there. */
export async function Head({ current }: { current: "structure" | "people" }) {
  const t = await getTranslations("administration");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mb-3 text-ink-2">{t("lead")}</p>
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: "/desk/administration", words: t("structure"), current: current === "structure" },
          { href: "/desk/administration/people", words: t("people"), current: current === "people" },
        ]}
      />
    </>
  );
}
