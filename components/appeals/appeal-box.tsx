import { useLocale, useTranslations } from "next-intl";
import { AppealState } from "#components/appeals/appeal-state.tsx";
import { CharityLink, PledgeForm } from "#components/appeals/pledge-form.tsx";
import { PledgeList } from "#components/appeals/pledge-list.tsx";
import { ProgressBar, ProgressTable } from "#components/appeals/progress.tsx";
import { WhatBecame } from "#components/appeals/what-became.tsx";
import { named } from "#components/people/named.ts";
import { tongueOf } from "#components/people/tongue.ts";
import { Said } from "#components/posts/said.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownAppeal, ShownHandOver } from "#domain/appeals/shown.ts";

/** What an appeal is beside its words: where it stands, what an office confirmed, how far it has come, and the way to give. */
export function AppealBox({ appeal }: { appeal: ShownAppeal }) {
  const t = useTranslations("appeals");
  const { postId, state, verified } = appeal;
  return (
    <section id="appeal" aria-label={t("title")} className="mt-4 border-t-2 border-rule-strong pt-3">
      <div data-live={`appeal:${postId}`}>
        <Head appeal={appeal} />
        <WhatBecame appeal={appeal} />
        {verified && <Confirmed appeal={appeal} />}
        {verified && <Progress appeal={appeal} />}
      </div>
      <div data-live={`pledge-form:${postId}`}>
        {state === "verified" && (
          <section aria-labelledby="pledge-title" className="mt-4 border border-brand border-t-[3px] bg-card px-4 py-3">
            <h2 id="pledge-title" className="mb-2 text-lg leading-snug">
              {t("pledgeForm.title")}
            </h2>
            <PledgeForm appeal={appeal} />
          </section>
        )}
      </div>
      <p className="mt-2 flex flex-wrap gap-x-5 text-sm">
        <A href={`/appeals/${postId}/act`} rel="nofollow" className="inline-flex min-h-target items-center">
          {t("act.own")}
        </A>
        <A href={`/desk/appeals/${postId}`} rel="nofollow" className="inline-flex min-h-target items-center">
          {t("act.desk")}
        </A>
      </p>
    </section>
  );
}

function Head({ appeal: { state, place, beneficiary, verifier } }: { appeal: ShownAppeal }) {
  const t = useTranslations("appeals");
  const language = useLocale();
  return (
    <DefinitionList
      rows={[
        { term: t("beneficiary"), words: <span lang={tongueOf(beneficiary, language)}>{beneficiary}</span> },
        { term: t("place"), words: named(language, place) },
        {
          term: t("verifier"),
          words: (
            <>
              <A href={`/offices/${verifier.slug}`}>{named(language, verifier)}</A> <AppealState state={state} />
            </>
          ),
        },
      ]}
    />
  );
}

function Confirmed({ appeal: { verified, verifier, charity } }: { appeal: ShownAppeal }) {
  const t = useTranslations("appeals");
  const { at, approx, need, publicAid } = verified!;
  return (
    <section className="mt-3">
      <h2 className="text-base leading-snug">
        {t("verifiedBy", { office: named(useLocale(), verifier) })}{" "}
        <span className="text-sm font-normal text-ink-2">
          <When at={at} approx={approx} />
        </span>
      </h2>
      <h3 className="mt-1.5 text-sm font-normal text-ink-2">{t("need")}</h3>
      <Said text={need} />
      <h3 className="mt-1.5 text-sm font-normal text-ink-2">{t("publicAid")}</h3>
      <Said text={publicAid} />
      {charity && (
        <p className="mt-1.5 text-sm leading-normal">
          {t("pledgeForm.charity")}
          <CharityLink charity={charity} />
        </p>
      )}
    </section>
  );
}

function Progress({ appeal }: { appeal: ShownAppeal }) {
  const t = useTranslations("appeals");
  const { postId, pledges, newest, handOvers } = appeal;
  return (
    <section className="mt-4">
      <h2 className="mb-2 text-base leading-snug">{t("progress")}</h2>
      <ProgressBar appeal={appeal} />
      <ProgressTable appeal={appeal} />
      {handOvers.length > 0 && (
        <>
          <h3 className="mt-3 text-base">{t("handOvers")}</h3>
          <ol className="border-t border-rule">
            {handOvers.map((one) => (
              <HandOver key={one.number} postId={postId} handOver={one} />
            ))}
          </ol>
        </>
      )}
      {pledges > 0 && (
        <>
          <h3 className="mt-3 text-base">{t("pledges")}</h3>
          <PledgeList pledges={newest} />
          {pledges > newest.length && (
            <p>
              <A href={`/appeals/${postId}/pledges`} className="inline-flex min-h-target items-center">
                {t("allPledges", { n: pledges })}
              </A>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function HandOver({ postId, handOver }: { postId: number; handOver: ShownHandOver }) {
  const t = useTranslations("appeals");
  const { number, at, approx, amount, amountWords, present, receipts } = handOver;
  const told = amountWords ?? (amount === null ? null : t("yuan", { n: amount }));
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1.5 leading-normal">
      <span>{told === null ? t("handOverThings", { present }) : t("handOver", { amount: told, present })}</span>
      <A href={`/posts/${postId}/updates/${number}`} className="text-sm">
        {t(receipts > 0 ? "seeUpdate" : "seeUpdateOnly", { n: number })}
      </A>
      {receipts === 0 && <small className="text-ink-2">{t("noReceipts")}</small>}
      <span className="text-sm text-ink-2 sm:ms-auto">
        <When at={at} approx={approx} />
      </span>
    </li>
  );
}
