import { useLocale, useTranslations } from "next-intl";
import { LampCell } from "#components/desk/lights/lamp-cell.tsx";
import { SharePatterns, Shares } from "#components/desk/lights/shares.tsx";
import { CardMark } from "#components/letters/card-mark.tsx";
import { LampShape } from "#components/letters/lamp.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { named } from "#components/people/named.ts";
import { Cell, type Column, DataTable } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import type { RunningLamp } from "#domain/letters/running-lamps.ts";
import type { Board, BoardRow } from "#domain/supervision/lights-board.ts";
import type { LampCounts } from "#domain/supervision/lit-clocks.ts";

/** Overdue first: what is late is looked at first. */
const lamps = ["red", "amber", "green", "paused", "provisional"] as const satisfies readonly RunningLamp[];
const levels = ["city", "county", "township"] as const;

/** Office × lamp; each number opens the letters behind it. */
export function LightsBoard({ board: { rows, total } }: { board: Board }) {
  const t = useTranslations("lights");
  const most = Math.max(...rows.map(({ open }) => open));
  return (
    <>
      <SharePatterns />
      <DataTable caption={t("title")} columns={useColumns()}>
        <tr className="font-semibold">
          <Cell head>{t("total")}</Cell>
          <Numbers counts={total} />
          <td className="hidden md:table-cell" />
          <Cards counts={total} />
          <td className="hidden md:table-cell" />
        </tr>
        {levels.map((level) => (
          <Group
            key={level}
            level={level}
            rows={rows.filter(({ office }) => office.region.level === level)}
            most={most}
          />
        ))}
      </DataTable>
      <p className="mt-2 max-w-none text-sm text-ink-2">{t("key")}</p>
    </>
  );
}

function useColumns(): Column[] {
  const t = useTranslations("lights");
  const head = (lamp: RunningLamp) => (
    <span className="inline-flex flex-col items-end gap-1">
      <LampShape lamp={lamp} className="size-4.5" />
      {t(`lamp.${lamp}`)}
    </span>
  );
  return [
    { words: t("office") },
    ...lamps.map((lamp) => ({ words: head(lamp), numeric: true })),
    { words: t("running"), numeric: true },
    { words: t("shares"), width: "w-32" },
    { words: <CardMark card="yellow" words={t("yellow")} />, numeric: true },
    { words: <CardMark card="red" words={t("redCards")} />, numeric: true },
    { words: t("first"), width: "w-80" },
  ];
}

function Group({ level, rows, most }: { level: (typeof levels)[number]; rows: BoardRow[]; most: number }) {
  const t = useTranslations("lights");
  if (rows.length === 0) return null;
  return (
    <>
      <tr>
        <th colSpan={11} scope="colgroup" className="bg-paper text-brand">
          {t(`groups.${level}`)}
        </th>
      </tr>
      {rows.map((row) => (
        <OfficeRow key={row.office.slug} row={row} most={most} />
      ))}
    </>
  );
}

function OfficeRow({ row, most }: { row: BoardRow; most: number }) {
  const t = useTranslations("lights");
  const office = named(useLocale(), row.office);
  const { red, amber, green, paused, provisional } = row;
  return (
    <tr>
      <Cell head className="font-normal">
        <A href={`/offices/${row.office.slug}`} className="inline-block py-1 text-ink no-underline hover:underline">
          {office}
        </A>
      </Cell>
      <Numbers counts={row} owner={{ slug: row.office.slug, name: office }} />
      <Cell label={t("shares")}>
        <Shares counts={row} most={most} words={t("sharesOf", { office, red, amber, green, paused, provisional })} />
      </Cell>
      <Cards counts={row} owner={{ slug: row.office.slug, name: office }} />
      <Cell label={t("first")}>{row.first && <Pressing letter={row.first} />}</Cell>
    </tr>
  );
}

interface CountsProps {
  counts: LampCounts;
  /** Without it: all offices. */
  owner?: { slug: string; name: string };
}

function Numbers({ counts, owner }: CountsProps) {
  const t = useTranslations("lights");
  return (
    <>
      {lamps.map((lamp) => (
        <LampCell
          key={lamp}
          n={counts[lamp]}
          what={t(`lamp.${lamp}`)}
          query={{ lamp }}
          {...(owner && { owner })}
          tint={owner && (lamp === "red" || lamp === "amber") ? lamp : null}
        />
      ))}
      <LampCell n={counts.open} what={t("running")} query={{}} {...(owner && { owner })} />
    </>
  );
}

function Cards({ counts, owner }: CountsProps) {
  const t = useTranslations("lights");
  return (
    <>
      <LampCell n={counts.yellow} what={t("yellow")} query={{ card: "yellow" }} {...(owner && { owner })} />
      <LampCell n={counts.redCards} what={t("redCards")} query={{ card: "red" }} {...(owner && { owner })} />
    </>
  );
}

function Pressing({ letter: { number, title, light } }: { letter: NonNullable<BoardRow["first"]> }) {
  const t = useTranslations("lights");
  return (
    <span className="grid gap-0.5">
      <LightLamp light={light} what={light.what} size="s" />
      <span className="flex flex-wrap gap-x-3">
        <A href={`/desk/letters/${number}`} className="inline-block min-h-6">
          {title}
        </A>
        <A
          href={`/desk/letters/${number}?do=order#do`}
          aria-label={t("orderOn", { title })}
          className="inline-block min-h-6 min-w-6"
        >
          {t("order")}
        </A>
      </span>
    </span>
  );
}
