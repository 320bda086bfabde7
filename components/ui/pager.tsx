import { useTranslations } from "next-intl";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

interface PagerProps {
  /** What is paged, for who listens: 评论. */
  label: string;
  /** The address of the page after this one (`?after=<id>`), if there is one. */
  next?: string | null;
  /** The address of the first page, when this is not it. */
  first?: string | null;
}

/** No infinite scroll and no page numbers to count: the next page by its key, and the way back to the first. */
export function Pager({ label, next, first }: PagerProps) {
  const t = useTranslations("ui.pager");
  if (!next && !first) return null;
  return (
    <nav aria-label={label} className="unprinted mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      {next ? <LinkButton href={next}>{t("more")}</LinkButton> : <span className="text-sm text-ink-2">{t("end")}</span>}
      <span className="flex gap-4">
        {first && (
          <A href={first} className="inline-flex min-h-target items-center">
            {t("first")}
          </A>
        )}
        {next && (
          <A href={next} rel="next" className="inline-flex min-h-target items-center">
            {t("next")}
          </A>
        )}
      </span>
    </nav>
  );
}
