import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { Columns } from "#components/frame/columns.tsx";
import { MentionList } from "#components/mentions/mention-list.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { hasDeclinedMentions } from "#domain/mentions/decline.ts";
import { mentionCursor } from "#domain/mentions/input.ts";
import { listMentions } from "#domain/mentions/list-mentions.ts";
import { decline } from "./actions.ts";

const path = "/me/mentions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mentions.mine"))("title") };
}

/** 提到我的: where others name somebody by nickname, and whether they may. */
export default async function MyMentions({ searchParams }: PageProps<"/me/mentions">) {
  const person = await requireSignedIn(path);
  const after = mentionCursor.parse((await searchParams).after ?? null);
  const [page, declined] = await Promise.all([
    listMentions(db, person, { of: "person", after }, await now()),
    hasDeclinedMentions(db, person),
  ]);
  const t = await getTranslations("mentions");
  return (
    <Columns>
      <p className="text-sm">
        <A href="/me">{t("mine.back")}</A>
      </p>
      <h1>{t("mine.title")}</h1>
      <p className="mb-4 text-ink-2">{t("mine.lead")}</p>
      <MentionList of="mine" path={path} after={after} page={page} />
      {can(person, "mention.decline") && (
        <Section title={t("settings")} rule="above">
          <p className="mt-2 mb-3">{t(declined ? "off" : "on")}</p>
          <ActionForm action={decline} problemsTitle="">
            <input type="hidden" name="declined" value={declined ? 0 : 1} />
            <Button>{t(declined ? "allow" : "decline")}</Button>
          </ActionForm>
        </Section>
      )}
    </Columns>
  );
}
