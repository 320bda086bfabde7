import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { OneAct } from "#components/desk/posts/one-act.tsx";
import { named, titled } from "#components/people/named.ts";
import { Pictures } from "#components/posts/pictures.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
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
}

/** What is not out yet: whose words, for which stream, how far it has come, and what may be done with it. */
export function DraftCard({ draft, publishes, own, approve, offer, discard }: DraftCardProps) {
  const t = useTranslations("composer");
  const language = useLocale();
  const { leader, office, state } = draft;
  const toApprove = publishes && state === "offered" && !own;
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
        <p className="text-sm">
          {t("goesOut")} <When at={draft.publishAt} />
        </p>
      )}
      <p className="my-1.5 font-song text-lg leading-relaxed whitespace-pre-line">{draft.body}</p>
      {draft.prompts.length > 0 && (
        <ol className="list-decimal ps-6 text-sm">
          {draft.prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ol>
      )}
      <Pictures images={draft.images} />
      <div className="mt-2 flex flex-wrap items-start gap-2">
        {publishes && state !== "scheduled" && (toApprove || own || !leader) && (
          <OneAct
            action={approve}
            postId={draft.id}
            kind="go"
            icon="check"
            words={t(toApprove ? "approve" : "publish")}
          />
        )}
        {!publishes && state === "draft" && <OneAct action={offer} postId={draft.id} kind="go" words={t("offer")} />}
        <LinkButton href={`/desk/posts/${draft.id}`} icon="pen">
          {t(toApprove ? "mend" : "edit")}
        </LinkButton>
        <OneAct action={discard} postId={draft.id} kind="quiet" words={t(toApprove ? "sendBack" : "discard")} />
      </div>
      {leader && <p className="mt-1 text-sm text-ink-2">{t(draft.voice === "office" ? "officeVoice" : "selfVoice")}</p>}
    </li>
  );
}
