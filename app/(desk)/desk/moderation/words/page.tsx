import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { idOf } from "#app/_square/query.ts";
import { DryRunResult } from "#components/desk/moderation/dry-run-result.tsx";
import { ModerationTabs } from "#components/desk/moderation/moderation-tabs.tsx";
import { NewRule } from "#components/desk/moderation/new-rule.tsx";
import { RuleList } from "#components/desk/moderation/rule-list.tsx";
import { named } from "#components/people/named.ts";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { triedDays, tryRule } from "#domain/words/dry-run.ts";
import { listRuledRegions, listRules } from "#domain/words/rules.ts";
import { add, end, start } from "./actions.ts";

const path = "/desk/moderation/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk-moderation.words"))("title") };
}

/** 词语规则: what is looked for, what happens then, and what it would have hit before it is switched on. */
export default async function WordRules({ searchParams }: PageProps<"/desk/moderation/words">) {
  const actor = await requireSignedIn(path);
  if (!can(actor, "moderation.desk")) notFound();
  const chosen = idOf((await searchParams).try);
  const [t, language, rules, places] = await Promise.all([
    getTranslations("desk-moderation.words"),
    getLocale(),
    listRules(db, actor),
    listRuledRegions(db, actor),
  ]);
  const tried = rules.find(({ id }) => id === chosen);
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-column px-4 pt-2 pb-10">
      <ModerationTabs current="words" />
      <h1 className="mt-4">{t("title")}</h1>
      <p className="mt-2 max-w-measure text-ink-2">{t("lead")}</p>
      {tried && (
        <DryRunResult
          rule={tried}
          result={await tryRule(db, actor, { ruleId: tried.id }, await now())}
          days={triedDays}
        />
      )}
      <RuleList rules={rules} tryHref={(id) => `${path}?try=${id}#try`} start={start} end={end} />
      <NewRule action={add} regions={places.map((place) => ({ value: place.slug, words: named(language, place) }))} />
    </main>
  );
}
