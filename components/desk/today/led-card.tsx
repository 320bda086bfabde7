import { useTranslations } from "next-intl";
import { CardHead } from "#components/desk/today/letter-card.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { useRhythm } from "#components/letters/led-by.tsx";
import { classes } from "#components/ui/classes.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { LedRow } from "#domain/led-cases/read-led-cases.ts";

/** A case this leader leads: how often they look into it, when next, and the way to say what they found. */
export function LedCard({ row }: { row: LedRow }) {
  const t = useTranslations("leading");
  const calendar = useTranslations("calendar");
  const rhythm = useRhythm(row.led.everyDays);
  return (
    <li className={classes("border-y border-e border-rule bg-card px-4 py-3", edgeClass(row.light?.lamp))}>
      <CardHead row={row} full={false} readAt={null} />
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        {row.due && <Tag kind="warn">{t("due")}</Tag>}
        <span>{rhythm}</span>
        <span className={row.due ? "font-semibold" : "text-ink-2"}>
          {t("next", { date: dayWords(calendar, row.led.nextOn, "shortWithWeekday") })}
        </span>
        <span className="text-sm text-ink-2">{t("looks", { n: row.led.looks })}</span>
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <LinkButton
          href={`/desk/letters/${row.number}?do=inspect#do`}
          icon="flag"
          size="small"
          kind={row.due ? "go" : "plain"}
        >
          {t("inspect")}
        </LinkButton>
      </div>
    </li>
  );
}
