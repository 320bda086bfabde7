import { useLocale, useTranslations } from "next-intl";
import { OwedLamp, OwedWorking } from "#components/comments/owed-line.tsx";
import { AnswerForm } from "#components/desk/owed/answer-form.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { named, titled } from "#components/people/named.ts";
import { headline } from "#components/posts/headline.ts";
import { classes } from "#components/ui/classes.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { OwedRow as Owed } from "#domain/owed-answers/list-owed.ts";

interface OwedRowProps {
  owed: Owed;
  answer: (before: FormState, form: FormData) => Promise<FormState>;
}

/** An answer that is owed: for what, by when, and the two ways to settle it. */
export function OwedRow({ owed, answer }: OwedRowProps) {
  const t = useTranslations("owed.desk");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  const { comment, post, by, plate } = owed;
  const owner = by.leader ? titled(language, by.leader) : named(language, by.office!);
  const speaker = plate?.leaderId === null ? named(language, by.office!) : owner;
  const href = comment ? `/posts/${post.id}?thread=${comment.id}#comment-${comment.id}` : `/posts/${post.id}`;
  return (
    <li
      className={classes("border-y border-e border-y-rule border-e-rule bg-card px-4 py-3", edgeClass(owed.light.lamp))}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 className="text-[1rem] font-semibold">
          {comment ? t("comment", { name: comment.nickname, n: comment.up }) : t("story")}
        </h2>
        <OwedLamp owed={owed} />
        <span className="text-sm text-ink-2">
          {t("due", { due: dayWords(calendar, owed.dueOn, "shortWithWeekday") })}
        </span>
        <span className="text-sm text-ink-2">{t("by", { name: owner })}</span>
      </div>
      {comment && <p className="mt-1.5 leading-relaxed whitespace-pre-line">{comment.body}</p>}
      <p className="mt-1 text-sm text-ink-2">
        {t("under")}
        <A href={href}>{headline(post.body)}</A>
      </p>
      <OwedWorking owed={owed} />
      <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-2">
        {comment && plate && (
          <Disclosure summary={t("answer")} className="open:basis-full">
            <AnswerForm owed={owed} speaker={speaker} action={answer} />
          </Disclosure>
        )}
        {!comment && (
          <LinkButton href={`/desk/stories/${post.id}`} size="small">
            {t("openStory")}
          </LinkButton>
        )}
        {comment && owed.mayTakeUp && (
          <LinkButton href={`/desk/comments?at=${comment.id}&do=convert#convert`} icon="mail" size="small">
            {t("convert")}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
