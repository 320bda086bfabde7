import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BecameLetter } from "#components/comments/became-letter.tsx";
import { OwedLine } from "#components/comments/owed-line.tsx";
import { Stone } from "#components/comments/stone.tsx";
import { FlagLink } from "#components/flags/flag-link.tsx";
import { DemoTag, nameOf, SpeakerName, SpeakerSeat } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { Act, VoteBar } from "#components/posts/vote-bar.tsx";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownComment } from "#domain/comments/shown.ts";

/** A first-level comment with what was answered to it. */
export function Comment({ comment, children }: { comment: ShownComment; children?: ReactNode }) {
  return (
    <li
      id={`comment-${comment.id}`}
      className="grid grid-cols-[2.125rem_minmax(0,1fr)] gap-x-3 border-b border-rule pt-4 pb-1.5 sm:grid-cols-[2.75rem_minmax(0,1fr)]"
    >
      {/* What may be put in anew while somebody reads; the votes keep themselves. */}
      <div data-live={`comment:${comment.id}`} className="contents">
        {comment.hidden ? <Stone what="comment" hiding={comment.hidden} /> : <Spoken comment={comment} />}
      </div>
      {!comment.hidden && <Acts comment={comment} className="col-start-2" />}
      {children}
    </li>
  );
}

function Spoken({ comment }: { comment: ShownComment }) {
  const language = useLocale();
  return (
    <>
      <SpeakerSeat speaker={comment.speaker} size="fit" />
      <article aria-label={nameOf(language, comment.speaker)} className="contents">
        <div className="min-w-0">
          <Head comment={comment} />
          <Said text={comment.body} mentions={comment.mentions} className="mt-0.5" />
          <Addenda comment={comment} />
          <OwedLine comment={comment} />
        </div>
        <div data-live={`letter-of-comment:${comment.id}`} className="col-span-full sm:col-start-2">
          {comment.letter && (
            <div className="mt-2.5">
              <BecameLetter letter={comment.letter} />
            </div>
          )}
        </div>
      </article>
    </>
  );
}

/** A second-level comment: no seat, one line of who, closer together. */
export function Reply({ comment }: { comment: ShownComment }) {
  return (
    <li id={`comment-${comment.id}`} className="border-t border-rule pt-2.5 pb-0.5 first:border-t-0">
      <div data-live={`comment:${comment.id}`}>
        {comment.hidden ? <Stone what="comment" hiding={comment.hidden} /> : <SpokenBack comment={comment} />}
      </div>
      {!comment.hidden && <Acts comment={comment} />}
    </li>
  );
}

function SpokenBack({ comment }: { comment: ShownComment }) {
  const t = useTranslations("square.comments");
  const language = useLocale();
  const answered = comment.replyTo && (
    <A href={`#comment-${comment.replyTo.id}`}>{t("replyTo", { name: nameOf(language, comment.replyTo.speaker) })}</A>
  );
  return (
    <article aria-label={nameOf(language, comment.speaker)}>
      <Head comment={comment} />
      <Said text={comment.body} mentions={comment.mentions} lead={answered} className="text-[1rem]" />
      <Addenda comment={comment} />
      <div data-live={`letter-of-comment:${comment.id}`}>
        {comment.letter && (
          <div className="mt-2">
            <BecameLetter letter={comment.letter} />
          </div>
        )}
      </div>
    </article>
  );
}

function Head({ comment }: { comment: ShownComment }) {
  const t = useTranslations("square");
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-[1rem] leading-normal">
      <SpeakerName speaker={comment.speaker} />
      {comment.demo && <DemoTag />}
      {comment.prompt && <span className="text-sm text-ink-2">{comment.prompt}</span>}
      <span className="text-sm text-ink-2">
        <When at={comment.at} approx={comment.approx} />
        {comment.edited && (
          <>
            {" · "}
            <A href={`/comments/${comment.id}/history`} className="text-ink-2">
              {t("edited")}
            </A>
          </>
        )}
      </span>
    </p>
  );
}

/** What the author added once the wording could not be changed any more. */
function Addenda({ comment }: { comment: ShownComment }) {
  const t = useTranslations("square.comments");
  return comment.addenda.map(({ at, body }) => (
    <div key={at.toISOString()} className="mt-1.5 border-s-2 border-rule ps-3">
      <p className="text-sm text-ink-2">
        {t("added")} <When at={at} />
      </p>
      <Said text={body} />
    </div>
  ));
}

export function Acts({ comment, className }: { comment: ShownComment; className?: string }) {
  const t = useTranslations("square.comments");
  return (
    <VoteBar
      target="comment"
      id={comment.id}
      postId={comment.postId}
      tally={comment}
      className={classes("min-w-0", className)}
    >
      <Act href={`/posts/${comment.postId}?reply=${comment.id}#write`} icon="reply">
        {t("reply")}
      </Act>
      {comment.speaker.nickname && (
        // Whoever wrote it is told by the island that wakes after the page; for everybody else it is not there.
        <A
          href={`/comments/${comment.id}/own`}
          data-own={comment.speaker.nickname}
          hidden
          className="inline-flex min-h-target items-center text-ink-2"
        >
          {t("own")}
        </A>
      )}
      <FlagLink of={`comment:${comment.id}`} />
    </VoteBar>
  );
}
