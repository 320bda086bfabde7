import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { HidingCode } from "#domain/moderation/codes.ts";
import type { Hiding } from "#domain/posts/read-post.ts";

/** What stays where something was hidden: why, by which office, and where that is written down. */
export function Stone({ hiding, what }: { hiding: Hiding; what: "comment" | "post" | "update" }) {
  const t = useTranslations("square.hidden");
  const language = useLocale();
  const codes = useTranslations("moderation.codes");
  return (
    <p className="tinted col-span-full mb-2.5 bg-neutral-bg px-4 py-3 text-sm leading-relaxed text-neutral">
      {t(what)}
      {t("reason", { reason: codes(hiding.code as HidingCode) })}
      {hiding.office && t("by", { office: named(language, hiding.office) })}
      <When at={hiding.at} />
      {" · "}
      <A href="/log">{t("log")}</A>
    </p>
  );
}
