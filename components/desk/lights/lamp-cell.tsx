import { useTranslations } from "next-intl";
import { withQuery } from "#components/ui/address.ts";
import { Count } from "#components/ui/count.tsx";
import { Cell } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";

interface LampCellProps {
  n: number;
  /** 超期, 黄牌, 在办: what is counted. */
  what: string;
  /** What opens it, beside the office. */
  query: Record<string, string>;
  owner?: { slug: string; name: string };
  tint?: "red" | "amber" | null;
}

const tints = { red: "bg-danger-bg", amber: "bg-warn-bg" };

/**
 * A number that opens its letters; nought is muted, opens nothing and takes no line on a phone. Only what is above nought
 * is tinted.
 */
export function LampCell({ n, what, query, owner, tint }: LampCellProps) {
  const t = useTranslations("lights");
  if (n === 0) {
    return (
      <Cell numeric label={what} className="hidden text-ink-2 md:table-cell">
        0
      </Cell>
    );
  }
  const href = withQuery("/desk/letters", { ...(owner && { owner: owner.slug }), ...query });
  return (
    <Cell numeric label={what} {...(tint && { className: tints[tint] })}>
      <A href={href} aria-label={t("opens", { office: owner?.name ?? t("total"), what, n })} className="font-semibold">
        <Count of={n} />
      </A>
    </Cell>
  );
}
