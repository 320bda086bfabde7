import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { FlagForm } from "#components/flags/flag-form.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { Said } from "#components/posts/said.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { A } from "#components/ui/link.tsx";
import { db } from "#db/client.ts";
import { flaggedSubject } from "#domain/flags/input.ts";
import { findSeen, type Seen } from "#domain/flags/seen.ts";
import { readHandover } from "#domain/handovers.ts";
import { isRefusal } from "#domain/refusal.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("flags.form"))("title") };
}

/** 举报: what is wrong with something that everybody sees. A report that was not taken comes back here with its words. */
export default async function Report({ searchParams }: PageProps<"/report">) {
  const { of, kept } = await searchParams;
  const subject = flaggedSubject.safeParse(of);
  if (!subject.success) notFound();
  const token = typeof kept === "string" ? kept : "";
  await requireSignedIn(`/report?${new URLSearchParams({ of: subject.data, ...(token && { kept: token }) })}`);
  const [t, handover, seen] = await Promise.all([
    getTranslations("flags"),
    token ? readHandover(db, token, await now()) : null,
    find(subject.data),
  ]);
  const refusal = handover?.refusal
    ? { key: handover.refusal, details: handover.details ?? {} }
    : typeof seen === "string"
      ? { key: seen, details: {} }
      : null;
  return (
    <Columns>
      <h1>{t("form.title")}</h1>
      <FormRefusal words={refusal && (await wordsOfRefusal(refusal))} />
      {typeof seen !== "string" && (
        <>
          <section aria-labelledby="reported" className="mt-4 border-s-[3px] border-control ps-3">
            <h2 id="reported" className="text-sm font-normal text-ink-2">
              {t("form.words", { thing: t(`things.${seen.what}`) })}
            </h2>
            <Said text={seen.body} className="line-clamp-6" />
            <p className="text-sm">
              <A href={placeOf(seen)} className="inline-flex min-h-target items-center">
                {t("form.place")}
              </A>
            </p>
          </section>
          <FlagForm of={subject.data} reason={handover?.fields.reason} words={handover?.fields.words} />
        </>
      )}
    </Columns>
  );
}

async function find(subject: string): Promise<Seen | string> {
  try {
    return await findSeen(db, subject);
  } catch (error) {
    if (isRefusal(error)) return error.key;
    throw error;
  }
}

const placeOf = ({ what, id, postId }: Seen) =>
  what === "comment" ? `/posts/${postId}?thread=${id}#comment-${id}` : `/posts/${postId}`;
