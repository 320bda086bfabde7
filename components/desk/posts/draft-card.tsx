import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { RescheduleForm, ReturnForm } from "#components/desk/posts/draft-forms.tsx";
import { OneAct } from "#components/desk/posts/one-act.tsx";
import { named, titled } from "#components/people/named.ts";
import { headline } from "#components/posts/headline.ts";
import { ParticularsInShort } from "#components/posts/particulars.tsx";
import { Pictures } from "#components/posts/pictures.tsx";
import { KindWord } from "#components/posts/post-card.tsx";
import { Said } from "#components/posts/said.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { Draft } from "#domain/posts/read-drafts.ts";

interface DraftCardProps {
  draft: Draft;
  /** Whether it is theirs to let go out. */
  publishes: boolean;
  own: boolean;
  approve: FormAction;
  offer: FormAction;
  discard: FormAction;
  /** 退回, where drafts are approved. */
  giveBack?: FormAction;
  /** Where scheduled ones are listed. Times are clocks on the wall in Shanghai: 2026-11-23T09:00. */
  timetable?: { reschedule: FormAction; unschedule: FormAction; publishAt: string; soonest: string };
}

/** What is not out yet: whose words, for which stream, how far it has come, and what may be done with it. */
export function DraftCard({ draft, ...acts }: DraftCardProps) {
  const t = useTranslations("composer");
  const language = useLocale();
  const { leader, office, state } = draft;
  const toApprove = waitsFor({ draft, ...acts });
  return (
    <li className="border border-rule bg-card px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <b>{leader ? titled(language, leader) : named(language, office)}</b>
        <Tag kind={toApprove ? "warn" : "neutral"}>{t(toApprove ? "toApprove" : `states.${state}`)}</Tag>
        <span className="text-ink-2">
          {t("by", { author: draft.author })} <When at={draft.createdAt} short />
        </span>
      </p>
      {draft.publishAt && (
        <p className="font-semibold">
          {t("goesOut")} <When at={draft.publishAt} />
        </p>
      )}
      {draft.returned && state === "draft" && (
        <Notice kind="warn" title={t("returned")}>
          <p className="whitespace-pre-line">{draft.returned}</p>
        </Notice>
      )}
      <Said text={draft.body} lead={<KindWord kind={draft.kind} />} className="my-1.5 font-song" />
      {draft.prompts.length > 0 && (
        <ol className="list-decimal ps-6 text-sm">
          {draft.prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ol>
      )}
      <ParticularsInShort of={draft} />
      <Pictures images={draft.images} />
      <Acts draft={draft} {...acts} />
      {leader && <p className="mt-1 text-sm text-ink-2">{t(draft.voice === "office" ? "officeVoice" : "selfVoice")}</p>}
    </li>
  );
}

/** Somebody else's words that wait for this person's word. */
const waitsFor = ({ draft, publishes, own }: DraftCardProps) => publishes && draft.state === "offered" && !own;

function Acts(props: DraftCardProps) {
  const { draft, publishes, own, approve, offer, discard, giveBack, timetable } = props;
  const t = useTranslations("composer");
  const toApprove = waitsFor(props);
  const act = (words: string) => ({
    postId: draft.id,
    words,
    label: t("actOn", { act: words, post: headline(draft.body, 24) }),
  });
  return (
    <div className="mt-2 flex flex-wrap items-start gap-x-3 gap-y-2">
      {publishes && draft.state !== "scheduled" && (toApprove || own || !draft.leader) && (
        <OneAct action={approve} kind="go" icon="check" {...act(t(toApprove ? "approve" : "publishDraft"))} />
      )}
      {!publishes && draft.state === "draft" && <OneAct action={offer} kind="go" {...act(t("offerDraft"))} />}
      {timetable && <OneAct action={timetable.unschedule} {...act(t("unschedule"))} />}
      <LinkButton href={`/desk/posts/${draft.id}`} icon="pen" aria-label={act(t(toApprove ? "mend" : "edit")).label}>
        {t(toApprove ? "mend" : "edit")}
      </LinkButton>
      {!toApprove && <OneAct action={discard} kind="quiet" {...act(t("discard"))} />}
      {toApprove && giveBack && <ReturnForm action={giveBack} postId={draft.id} />}
      {timetable && publishes && (
        <RescheduleForm
          action={timetable.reschedule}
          postId={draft.id}
          publishAt={timetable.publishAt}
          soonest={timetable.soonest}
        />
      )}
    </div>
  );
}
