import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { mostOwed } from "#domain/owed-answers/input.ts";

/** How many answers are owed in public, as one line that leads to them. */
export function OwedToday({ n }: { n: number }) {
  const t = useTranslations("owed.desk");
  if (n === 0) return null;
  return (
    <p className="border border-t-0 border-rule bg-card px-3 sm:px-5">
      <A href="/desk/owed" className="inline-flex min-h-target items-center gap-2">
        <Icon of="reply" />
        {n > mostOwed ? t("todayMore", { n: mostOwed }) : t("today", { n })}
      </A>
    </p>
  );
}
