import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { AddWording, GivenWordings, WordingItem } from "#components/desk/today/wording-list.tsx";
import { titled } from "#components/people/named.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { db } from "#db/client.ts";
import { readWordings } from "#domain/wordings/read-wordings.ts";
import { givenSentences } from "../sentences.ts";
import * as actions from "./actions.ts";

const path = "/desk/today/wordings";

const viewInput = z.object({
  done: z.enum(["add", "change", "remove", "move"]).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leading.wordings"))("title") };
}

/** The whole sentences that a leader gives with one tap: added, changed, put in order and removed by whoever holds the position. */
export default async function WordingsPage({ searchParams }: PageProps<"/desk/today/wordings">) {
  const leader = await requireSignedIn(path);
  const lists = await readWordings(db, leader);
  if (lists.length === 0) notFound();
  const [t, language, given] = await Promise.all([getTranslations("leading.wordings"), getLocale(), givenSentences()]);
  const { done } = viewInput.parse(await searchParams);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-3 pb-10">
      <p>
        <A href="/desk/today" className="inline-flex min-h-target items-center">
          {t("back")}
        </A>
      </p>
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("means")}</p>
      <div id="said">
        {done && (
          <Notice kind="ok" live>
            {t(`done.${done}`)}
          </Notice>
        )}
      </div>
      {lists.map(({ leader: { id, ...leader }, wordings }) => (
        <Section key={id} title={t("of", { leader: titled(language, leader) })}>
          {wordings.length === 0 ? (
            <div className="mt-3">
              <EmptyState title={t("none")}>{t("noneMeans")}</EmptyState>
            </div>
          ) : (
            <ol>
              {wordings.map((wording, place) => (
                <WordingItem
                  key={wording.id}
                  wording={wording}
                  place={place}
                  actions={{ change: actions.change, remove: actions.remove, moveUp: actions.moveUp }}
                />
              ))}
            </ol>
          )}
          <AddWording leaderId={id} action={actions.add} />
          <GivenWordings
            leaderId={id}
            action={actions.add}
            given={given.filter(({ words }) => wordings.every((own) => own.words !== words))}
          />
        </Section>
      ))}
    </main>
  );
}
