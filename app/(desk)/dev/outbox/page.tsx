import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { inDemo } from "#app/_edge/demo.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import { db } from "#db/client.ts";
import type { Mail } from "#domain/messages/queue.ts";
import { readOutbox } from "#domain/messages/read-outbox.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in.outbox"))("title") };
}

async function MailText({ mail: { subject, text, unsubscribe } }: { mail: Mail }) {
  const t = await getTranslations("sign-in.outbox");
  return (
    <>
      <b>{subject}</b>
      <Disclosure summary={t("whole")}>
        <p className="whitespace-pre-line">{text}</p>
        {unsubscribe && <p className="mt-2 text-sm text-ink-2">List-Unsubscribe: {unsubscribe}</p>}
      </Disclosure>
    </>
  );
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
          columns={(["at", "channel", "to", "text", "state"] as const).map((name) => ({ words: t(name) }))}
        >
          {messages.map((message) => (
            <tr key={message.id}>
              <Cell label={t("at")}>
                <When at={message.createdAt} />
              </Cell>
              <Cell label={t("channel")}>{t(`channels.${message.channel}`)}</Cell>
              <Cell label={t("to")} className="tabular-nums">
                {message.to}
              </Cell>
              <Cell label={t("text")}>{message.channel === "email" ? <MailText mail={message} /> : message.text}</Cell>
              <Cell label={t("state")}>{t(`states.${message.state}`)}</Cell>
            </tr>
          ))}
        </DataTable>
      )}
    </Columns>
  );
}
