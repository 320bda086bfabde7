import { useLocale, useTranslations } from "next-intl";
import { nameOf } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownPost } from "#domain/posts/shown.ts";

/** The pinned word of the city, first on the page: a blue band says 播报, whatever the width. */
export function Broadcast({ post }: { post: ShownPost }) {
  const t = useTranslations("square.broadcast");
  const language = useLocale();
  return (
    <section
      aria-label={t("label")}
      className="mb-5 grid border border-rule-strong bg-card sm:grid-cols-[auto_minmax(0,1fr)]"
    >
      <p className="bg-brand px-4 py-1.5 text-[1rem] leading-snug font-semibold text-on-brand sm:grid sm:place-content-center sm:px-2.5 sm:py-3 sm:[:lang(zh-CN)_&]:tracking-[.2em] sm:[:lang(zh-CN)_&]:[writing-mode:vertical-rl]">
        {t("word")}
      </p>
      <div className="px-4 pt-3 pb-3.5">
        <p className="text-sm leading-normal text-ink-2">
          <Icon of="pin" className="me-1 inline-block align-[-.2em]" />
          {t("pinned")} · {nameOf(language, post.speaker)} ·{" "}
          <A href={`/posts/${post.id}`} className="text-ink-2">
            <When at={post.at} approx={post.approx} />
          </A>{" "}
          ·{" "}
          <A href="/broadcasts" className="text-ink-2">
            {t("more")}
          </A>
        </p>
        <Said text={post.body} mentions={post.mentions} className="mt-1" />
      </div>
    </section>
  );
}
