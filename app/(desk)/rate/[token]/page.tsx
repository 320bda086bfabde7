import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { Columns } from "#components/frame/columns.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { JudgeFields } from "#components/letters/judge-fields.tsx";
import { Plate } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { answerParts } from "#domain/letters/input.ts";
import { type LinkedLetter, readRatingLink } from "#domain/ratings/read-link.ts";
import { isRefusal } from "#domain/refusal.ts";
import { addressKey, countTry } from "#domain/sign-in/limits.ts";
import { judgeByLink } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rate"))("title"), robots: { index: false } };
}

/** Behind the link in an answer's short message: its writer judges, without signing in. */
export default async function RatePage({ params, searchParams }: PageProps<"/rate/[token]">) {
  const { token } = await params;
  const { done } = await searchParams;
  const letter = await readRatingLink(db, token, await now());
  if (!letter) return <Unknown tooOften={await tooOften()} />;
  const t = await getTranslations("rate");
  const acted = done === "rate" || done === "reopen" ? done : null;
  return (
    <Columns>
      {acted && (
        <Notice kind="ok" live title={t(`done.${acted}`)}>
          <A href={`/letters/${letter.number}`}>{t("see")}</A>
        </Notice>
      )}
      <p className="flex flex-wrap items-center gap-2.5">
        <Plate number={letter.number} />
      </p>
      <h1 className="mt-3">{letter.title ?? t("title")}</h1>
      <Answer letter={letter} />
      {letter.over === null && <Judge letter={letter} token={token} />}
      {letter.over !== null && !acted && <Over letter={letter} />}
    </Columns>
  );
}

/** Who tries out tokens is slowed down; a mistyped one is told what else leads to the letter. */
async function tooOften(): Promise<string | null> {
  try {
    await countTry("links", addressKey((await whereFrom()).address));
    return null;
  } catch (error) {
    if (isRefusal(error)) return wordsOfRefusal(error);
    throw error;
  }
}

async function Unknown({ tooOften }: { tooOften: string | null }) {
  const t = await getTranslations("rate");
  return (
    <Columns>
      <h1>{t("title")}</h1>
      <FormRefusal words={tooOften} />
      <EmptyState title={t("unknown")}>
        <p>{t("unknownWhy")}</p>
        <A href="/look-up">{t("lookUp")}</A>
      </EmptyState>
    </Columns>
  );
}

const others = answerParts.filter((part) => part !== "done");

/** What was done stands open: that is what is judged. */
async function Answer({ letter: { answer, office } }: { letter: LinkedLetter }) {
  if (!answer) return null;
  const [t, parts, language] = await Promise.all([
    getTranslations("rate"),
    getTranslations("letters.answer"),
    getLocale(),
  ]);
  return (
    <section className="mt-3 border border-rule bg-card px-4 py-3">
      <h2 className="text-[1rem] font-normal text-ink-2">
        {office ? t("answered", { office: named(language, office) }) : t("answer")}
      </h2>
      <p className="mt-1 font-song leading-[1.8] whitespace-pre-line">{answer.done}</p>
      <Disclosure summary={t("whole")}>
        {others.map((part) => (
          <div key={part} className="mt-2">
            <h3 className="text-[1rem]">{parts(part)}</h3>
            <p className="font-song leading-[1.8] whitespace-pre-line">{answer[part]}</p>
          </div>
        ))}
      </Disclosure>
    </section>
  );
}

async function Judge({ letter, token }: { letter: LinkedLetter; token: string }) {
  const t = await getTranslations("rate");
  const calendar = await getTranslations("calendar");
  const problems = (await getTranslations("write"))("problemsTitle");
  return (
    <section className="mt-5" aria-labelledby="judge">
      <h2 id="judge" className="text-xl">
        {t("ask")}
      </h2>
      <p className="mb-3 text-sm text-ink-2">
        {letter.late ? t("late") : t("by", { date: dayWords(calendar, letter.until) })}
      </p>
      <ActionForm action={judgeByLink} problemsTitle={problems} className="grid gap-5">
        <input type="hidden" name="token" value={token} />
        <JudgeFields until={null} mayReopen={letter.mayReopen} late={letter.late} />
      </ActionForm>
    </section>
  );
}

async function Over({ letter: { over, number } }: { letter: LinkedLetter }) {
  const t = await getTranslations("rate");
  return (
    <Notice title={t(`over.${over ?? "expired"}`)}>
      {t(`overWhy.${over ?? "expired"}`)} <A href={`/letters/${number}`}>{t("see")}</A>
    </Notice>
  );
}
