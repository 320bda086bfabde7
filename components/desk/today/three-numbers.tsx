import { useTranslations } from "next-intl";
import { LampShape } from "#components/letters/lamp.tsx";
import { Icon } from "#components/ui/icon.tsx";

interface ThreeNumbersProps {
  piles: readonly { name: "uninstructed" | "amber" | "red"; n: number }[];
}

/** 待批示, 临期, 超期: three numbers, each the way to its letters. */
export function ThreeNumbers({ piles }: ThreeNumbersProps) {
  const t = useTranslations("today");
  return (
    <nav
      aria-label={t("numbers")}
      className="mt-3 grid grid-cols-3 divide-x divide-rule border border-t-[3px] border-rule border-t-brand bg-card"
    >
      {piles.map(({ name, n }) => (
        <a key={name} href={`#${name}`} className="px-3 py-2 text-ink no-underline hover:bg-brand-wash sm:px-5 sm:py-3">
          <span className="flex items-center gap-1.5 text-sm">
            {name === "uninstructed" ? <Icon of="stamp" /> : <LampShape lamp={name} className="size-4.5" />}
            {t(`short.${name}`)}
          </span>
          <b className="block text-3xl leading-tight tabular-nums">{n}</b>
        </a>
      ))}
    </nav>
  );
}
