import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { inDemo } from "#app/_edge/demo.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import { readOutbox } from "#domain/messages/read-outbox.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in.outbox"))("title") };
}

export default async function OutboxPage() {
  if (!inDemo()) notFound();
  const t = await getTranslations("sign-in.outbox");
  const messages = await readOutbox(db);
  return (
    <Columns wide>
      <h1>{t("title")}</h1>
      <p className="mb-3 text-ink-2">
        {t("lead")} <A href="/sign-in">{t("back")}</A>
      </p>
      {messages.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <DataTable
          caption={t("title")}
          columns={[{ words: t("at") }, { words: t("to") }, { words: t("text") }, { words: t("state") }]}
        >
          {messages.map(({ id, createdAt, to, text, state }) => (
            <tr key={id}>
              <Cell label={t("at")}>
                <When at={createdAt} />
              </Cell>
              <Cell label={t("to")} className="tabular-nums">
                {to}
              </Cell>
              <Cell label={t("text")}>{text}</Cell>
              <Cell label={t("state")}>{t(`states.${state}`)}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </Columns>
  );
}
