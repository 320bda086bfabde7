import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readDrawPage } from "#app/_square/assessment.ts";
import { DrawHead } from "#components/assessment/draw-head.tsx";
import { DrawView } from "#components/assessment/draw-view.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { A } from "#components/ui/link.tsx";

export async function generateMetadata({ params }: PageProps<"/assessment/call-backs/[month]">): Promise<Metadata> {
  return { title: `${(await getTranslations("call-backs"))("title")} ${(await params).month}` };
}

/** One month's draw: whoever doubts it draws again. */
export default async function DrawPage({ params }: PageProps<"/assessment/call-backs/[month]">) {
  const draw = await readDrawPage((await params).month);
  if (!draw) notFound();
  const [t, assessment] = await Promise.all([getTranslations("call-backs"), getTranslations("assessment")]);
  return (
    <Columns>
      <nav className="text-sm text-ink-2">
        <A href="/assessment">{assessment("title")}</A> / <A href="/assessment/call-backs">{t("title")}</A> /{" "}
        {draw.month}
      </nav>
      <DrawHead draw={draw} />
      <DrawView draw={draw} />
    </Columns>
  );
}
