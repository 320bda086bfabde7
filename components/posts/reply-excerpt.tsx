import { useLocale, useTranslations } from "next-intl";
import { nameOf } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { When } from "#components/ui/when.tsx";
import type { OfficialReply } from "#domain/posts/shown.ts";

/** In a list of posts: what the stream's owner answered, in one look. */
export function ReplyExcerpt({ reply }: { reply: OfficialReply }) {
  const t = useTranslations("square.speaker");
  const { speaker, at, approx, body } = reply;
  const name = nameOf(useLocale(), speaker);
  return (
    <div className="mt-3 border-s-[3px] border-brand bg-card px-3.5 pt-2.5 pb-3">
      <p className="flex flex-wrap items-center gap-x-2.5 text-sm leading-normal text-ink-2">
        <b className="text-brand">
          {t("replied", { name, voice: speaker.leader ? (speaker.voice ?? "none") : "none" })}
        </b>
        <When at={at} approx={approx} dayOnly={approx} />
      </p>
      <Said text={body} className="mt-0.5" />
    </div>
  );
}
