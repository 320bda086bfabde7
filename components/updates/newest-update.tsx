import { useTranslations } from "next-intl";
import { headline } from "#components/posts/headline.ts";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import { UpdateNumber, updateAddress } from "#components/updates/update-entry.tsx";
import type { NewestUpdate as Update } from "#domain/updates/read-updates.ts";

/** Under a post among others: how far it has grown, and how the newest update begins. */
export function NewestUpdate({ update }: { update: Update }) {
  const t = useTranslations("updates");
  return (
    <p className="mt-3 max-w-measure border-s-[3px] border-brand bg-card px-3.5 py-2 leading-relaxed">
      <UpdateNumber of={update.number} />
      <A
        href={updateAddress(update)}
        aria-label={t("titleOf", { n: update.number, words: headline(update.body, 60) })}
        className="text-ink no-underline hover:underline"
      >
        {headline(update.body, 60)}
      </A>{" "}
      <span className="text-sm whitespace-nowrap text-ink-2">
        <When at={update.at} approx={update.approx} dayOnly={update.approx} />
      </span>
    </p>
  );
}
