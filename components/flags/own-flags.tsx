import { useTranslations } from "next-intl";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { OwnFlag } from "#domain/flags/read-flags.ts";

const kinds = { hidden: "ok", kept: "neutral", waiting: "warn" } as const;

/** Each report with its state in words. */
export function OwnFlags({ flags }: { flags: readonly OwnFlag[] }) {
  const t = useTranslations("flags");
  return (
    <ol className="mt-4 border-t-2 border-rule-strong">
      {flags.map(({ id, subject, postId, reason, words, at, outcome, settledAt }) => {
        const [what, of] = subject.split(":") as ["comment" | "post" | "update", string];
        const state = outcome ?? "waiting";
        return (
          <li key={id} className="border-b border-rule py-3">
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span>{t("mine.reported", { thing: t(`things.${what}`), reason: t(`reasons.${reason}`) })}</span>
              <Tag kind={kinds[state]}>{t(`mine.${state}`)}</Tag>
            </p>
            {words && <p className="text-ink-2">{words}</p>}
            <p className="flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
              <When at={at} />
              {settledAt && t.rich("mine.when", { date: () => <When at={settledAt} /> })}
              <A
                href={what === "comment" ? `/posts/${postId}?thread=${of}#comment-${of}` : `/posts/${postId}`}
                className="inline-flex min-h-target items-center"
              >
                {t("mine.place")}
              </A>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
