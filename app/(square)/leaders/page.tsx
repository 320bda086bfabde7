import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readLeadersPage } from "#app/_square/streams.ts";
import { Columns } from "#components/frame/columns.tsx";
import { StreamList } from "#components/posts/stream-list.tsx";
import { Section } from "#components/ui/section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("square.leaders"))("title") };
}

/** 领导和单位: who speaks here, and where letters are taken. */
export default async function Leaders() {
  const { leaders, offices } = await readLeadersPage();
  const t = await getTranslations("square.leaders");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <p className="mt-2 max-w-measure text-ink-2">{t("words")}</p>
      <Section title={t("leaders")} number={1}>
        <StreamList streams={leaders} />
      </Section>
      <Section title={t("offices")} number={2}>
        <StreamList streams={offices} />
      </Section>
    </Columns>
  );
}
