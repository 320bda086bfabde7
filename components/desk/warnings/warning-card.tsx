import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { DaySpark } from "#components/desk/warnings/day-spark.tsx";
import { JudgeForms } from "#components/desk/warnings/judge-forms.tsx";
import { named, titled } from "#components/people/named.ts";
import { headline } from "#components/posts/headline.ts";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { Verdict, Warning } from "#domain/concerns/list-warnings.ts";
import type { Member } from "#domain/concerns/read-members.ts";

interface WarningCardProps {
  warning: Warning;
  note: FormAction;
  dismiss: FormAction;
}

/** What gathers, where, how much of it against its own history, and the letters and comments themselves. */
export function WarningCard({ warning, note, dismiss }: WarningCardProps) {
  const t = useTranslations("warnings");
  const language = useLocale();
  const { members, region, recent, authors, expected, size, verdicts } = warning;
  const own = verdicts.find((one) => one.own);
  return (
    <li className="border border-s-4 border-rule border-s-warn bg-card px-4 py-3">
      <article>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
          <Tag kind="warn">{named(language, region)}</Tag>
          <span>
            {t("since")} <When at={warning.surgedAt} />
          </span>
        </p>
        <h2 className="mt-0.5 text-lg leading-snug">{headline(wordsOf(members[0]!))}</h2>
        <div className="mt-2 flex flex-wrap items-end gap-x-8 gap-y-3">
          <p className="min-w-0 flex-1 basis-72 leading-relaxed">
            {t.rich("evidence", {
              recent,
              authors,
              expected: expected.toLocaleString(language, { maximumFractionDigits: 1 }),
              b: (words) => <b>{words}</b>,
            })}
          </p>
          <DaySpark days={warning.days} />
        </div>
        <ul aria-label={t("members", { n: size })} className="mt-2 border-t border-rule">
          {members.map((member) => (
            <MemberLine key={member.letter?.number ?? `comment-${member.comment!.id}`} member={member} />
          ))}
        </ul>
        {size > members.length && <p className="pt-1 text-sm text-ink-2">{t("more", { n: size - members.length })}</p>}
        {verdicts.map((verdict) => (
          <VerdictLine key={`${verdict.office.slug} ${verdict.leader?.handle}`} verdict={verdict} />
        ))}
        <JudgeForms concernId={warning.id} own={own?.verdict ?? null} note={note} dismiss={dismiss} />
      </article>
    </li>
  );
}

const wordsOf = ({ letter, comment }: Member) => letter?.title ?? comment!.body;

function MemberLine({ member }: { member: Member }) {
  const t = useTranslations("warnings");
  const { letter, comment, at } = member;
  const href = letter
    ? `${letter.published ? "" : "/desk"}/letters/${letter.number}`
    : `/posts/${comment!.postId}?thread=${comment!.id}#comment-${comment!.id}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1.5">
      <span className="flex-none text-sm text-ink-2">{t(letter ? "letter" : "comment")}</span>
      <A href={href} className="min-w-0 flex-1 basis-64">
        {headline(wordsOf(member))}
      </A>
      {letter && !letter.published && <span className="text-sm text-ink-2">{t("unpublished")}</span>}
      <span className="text-sm text-ink-2">
        <When at={at} short />
      </span>
    </li>
  );
}

/** What the others who were warned made of it, and oneself. */
function VerdictLine({ verdict: { verdict, office, leader, at, words } }: { verdict: Verdict }) {
  const t = useTranslations("warnings");
  const language = useLocale();
  const who = leader ? titled(language, leader) : named(language, office);
  return (
    <p className="mt-2 border-s-[3px] border-control ps-3 leading-relaxed">
      {t(verdict === "noted" ? "notedBy" : "dismissedBy", { who })} <When at={at} className="text-sm text-ink-2" />
      {words && <span className="block">{words}</span>}
    </p>
  );
}
