import { useLocale, useTranslations } from "next-intl";
import { Emergency } from "#components/letters/emergency.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { address } from "#components/ui/address.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import type { OwnPlate } from "#domain/people/read-plates.ts";
import type { Speaker } from "#domain/people/speaker.ts";

interface ComposerProps {
  postId: number;
  prompts: readonly string[];
  /** The comment that is answered: its words stay in sight while one writes. */
  answering: { id: number; speaker: Speaker; body: string } | null;
  /** The longest comment, in characters. */
  longest: number;
  /** What was typed before and not taken. */
  kept?: {
    body: string;
    prompt: string;
    /** It was asked about, and is sent when its writer means it. */
    asks: "danger" | "caution" | null;
  };
  /** Whoever may speak for positions and offices says for which. */
  plates?: readonly OwnPlate[];
  /** Under a live session one asks. */
  question?: boolean;
}

/** 写评论, 提问: a plain form. Who is not signed in is asked to, and finds here what they had typed. */
export function Composer({ postId, prompts, answering, longest, kept, plates = [], question = false }: ComposerProps) {
  const t = useTranslations(question ? "sessions.form" : "square.composer");
  const speaking = useTranslations("square.composer");
  const mentions = useTranslations("mentions");
  const language = useLocale();
  return (
    <form
      id="write"
      method="post"
      action="/api/comments"
      data-composer={postId}
      aria-labelledby="write-title"
      className="unprinted mt-8 border border-rule-strong bg-card px-3.5 pt-4 pb-4.5 lg:px-5"
    >
      <h2 id="write-title" className="text-lg">
        {t("title")}
      </h2>
      <input type="hidden" name="postId" value={postId} />
      <input type="hidden" name="anyway" defaultValue={kept?.asks ? "1" : ""} />
      {answering && <Answering postId={postId} answering={answering} />}
      {!answering && prompts.length > 0 && plates.length === 0 && (
        <PromptChoice prompts={prompts} chosen={kept?.prompt ?? ""} />
      )}
      <label htmlFor="comment-body" className="sr-only">
        {t("label")}
      </label>
      <div className="relative mt-2">
        <textarea
          id="comment-body"
          name="body"
          required
          maxLength={longest}
          rows={4}
          defaultValue={kept?.body}
          aria-describedby="comment-hint"
          data-mention={mentions("offered")}
          className="control"
        />
      </div>
      {plates.length === 0 && (
        <div data-danger="" hidden={kept?.asks !== "danger"} className="mt-3">
          <Emergency found="talk" />
        </div>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        {plates.length === 0 && <Button kind="go">{t(kept?.asks ? "anyway" : "send")}</Button>}
        {plates.map(({ leaderId, officeId, speaker }) => (
          <Button
            key={leaderId ?? `office ${officeId}`}
            kind="go"
            name={leaderId ? "leaderId" : "officeId"}
            value={leaderId ?? officeId!}
          >
            {speaking("sendAs", { name: nameOf(language, speaker) })}
          </Button>
        ))}
        <p id="comment-hint" className="text-sm text-ink-2">
          {t("longest", { longest })}
          {!kept && t("signIn")}
        </p>
      </div>
      {plates.length === 0 && (
        <p className="mt-3 border-t border-rule pt-2.5 text-[1rem] leading-relaxed">
          {t("case")}{" "}
          <a href={address(language, "/write")} className="inline-flex items-center gap-1.5">
            <Icon of="mail" />
            {t("asLetter")}
          </a>
        </p>
      )}
    </form>
  );
}

function Answering({ postId, answering }: { postId: number; answering: NonNullable<ComposerProps["answering"]> }) {
  const t = useTranslations("square.composer");
  const name = nameOf(useLocale(), answering.speaker);
  return (
    <div className="mt-2.5 mb-3 flex items-start justify-between gap-4 border-s-[3px] border-control ps-3 text-[1rem] leading-relaxed text-ink-2">
      <input type="hidden" name="replyTo" value={answering.id} />
      <p className="line-clamp-4">{t("answering", { name, body: answering.body })}</p>
      <A href={`/posts/${postId}#write`} className="inline-flex min-h-target items-center whitespace-nowrap text-sm">
        {t("notAnswering")}
      </A>
    </div>
  );
}

function PromptChoice({ prompts, chosen }: { prompts: readonly string[]; chosen: string }) {
  const t = useTranslations("square.composer");
  return (
    <fieldset className="mt-1.5">
      <legend className="sr-only">{t("which")}</legend>
      <div className="flex flex-wrap gap-x-6">
        {prompts.map((prompt, place) => (
          <label key={prompt} className="inline-flex min-h-target items-center gap-2">
            <input
              type="radio"
              name="prompt"
              value={place}
              defaultChecked={chosen === String(place)}
              className="choice"
            />
            {prompt}
          </label>
        ))}
        <label className="inline-flex min-h-target items-center gap-2">
          <input type="radio" name="prompt" value="" defaultChecked={chosen === ""} className="choice" />
          {t("none")}
        </label>
      </div>
    </fieldset>
  );
}
