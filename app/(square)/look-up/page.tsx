import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { lookUpProblem } from "#app/_edge/look-up-problem.ts";
import { Columns } from "#components/frame/columns.tsx";
import { Button } from "#components/ui/button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextField } from "#components/ui/text-field.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("look-up"))("title") };
}

/** 查进度: number and query code, from anywhere, without signing in. Works as a plain form. */
export default async function LookUpPage({ searchParams }: PageProps<"/look-up">) {
  const query = await searchParams;
  const number = typeof query.number === "string" ? query.number.slice(0, 30) : "";
  const t = await getTranslations("look-up");
  const problem = await lookUpProblem(query.problem, query.minutes);
  const at = await addresses();
  const back = at(number ? `/letters/${number}/act` : "/me");
  return (
    <Columns
      aside={
        <Section title={t("else.title")} rule="above">
          <DefinitionList
            rows={[
              {
                term: (
                  <a href={`${at("/sign-in")}?${new URLSearchParams({ callbackUrl: back })}`}>{t("else.signIn")}</a>
                ),
                words: t("else.signInWords"),
              },
              { term: <A href="/letters">{t("else.letters")}</A>, words: t("else.lettersWords") },
              { term: t("else.lost"), words: t("else.lostWords") },
            ]}
          />
        </Section>
      }
    >
      <h1>{t("title")}</h1>
      <p className="text-ink-2">{t("lead")}</p>
      <FormRefusal words={problem} />
      <form action="/api/look-up" method="post" className="mt-4 grid max-w-md gap-4">
        <input type="hidden" name="language" value={await getLocale()} />
        <TextField
          name="number"
          label={t("number")}
          hint={t("numberHint")}
          defaultValue={number}
          maxLength={30}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <p>
          <Button kind="go" size="large" icon="search">
            {t("open")}
          </Button>
        </p>
      </form>
      <p className="mt-4 text-sm text-ink-2">{t("half")}</p>
    </Columns>
  );
}
