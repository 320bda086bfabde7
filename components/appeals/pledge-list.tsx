import { useLocale, useTranslations } from "next-intl";
import { tongueOf } from "#components/people/tongue.ts";
import { When } from "#components/ui/when.tsx";
import type { ShownPledge } from "#domain/appeals/read-pledges.ts";

/** Who promised what, the newest first. */
export function PledgeList({ pledges }: { pledges: readonly ShownPledge[] }) {
  const words = usePledgeWords();
  const language = useLocale();
  return (
    <ol className="border-t border-rule text-base leading-normal">
      {pledges.map((pledge) => (
        <li key={pledge.id} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-1.5">
          <b>{pledge.nickname}</b>
          <span lang={pledge.things === null ? undefined : tongueOf(pledge.things, language)}>{words(pledge)}</span>
          <span className="text-sm text-ink-2 sm:ms-auto">
            <When at={pledge.at} approx={pledge.approx} dayOnly={pledge.approx} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** 200 元；两床棉被. */
export function usePledgeWords() {
  const t = useTranslations("appeals");
  return ({ amount, amountHidden, things }: Pick<ShownPledge, "amount" | "amountHidden" | "things">) =>
    [
      ...(amountHidden ? [t("amountHidden")] : amount === null ? [] : [t("pledgeOf", { amount })]),
      ...(things === null ? [] : [things]),
    ].join(t("and"));
}
