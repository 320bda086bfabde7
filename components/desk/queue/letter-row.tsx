import { useLocale, useTranslations } from "next-intl";
import { type ClaimAction, RowClaim } from "#components/desk/queue/row-claim.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { classes } from "#components/ui/classes.ts";
import { Cell } from "#components/ui/data-table.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { DeskRow } from "#domain/letters/desk-rows.ts";

interface LetterRowProps {
  row: DeskRow;
  /** Whose queue it is: their own claim reads differently. */
  personId: number;
  /** Null: they only look. */
  claim: ClaimAction | null;
  /** One line a letter: what the letter's own page says again is left to it. */
  compact: boolean;
}

/** A letter in the queue: how long it has, what it is, who has it, whose turn it is. */
export function LetterRow({ row, personId, claim, compact }: LetterRowProps) {
  const t = useTranslations("queue");
  const words = useTranslations("letters");
  const calendar = useTranslations("calendar");
  const language = useLocale();
  const { light, lead, assisting } = row;
  return (
    <tr className={edgeClass(light?.lamp)} data-rows-item="">
      <Cell>
        {light ? (
          <LightLamp
            light={light}
            what={light.what}
            year={Number(light.dueOn.slice(0, 4))}
            size={compact ? "s" : "m"}
            below={
              !compact &&
              t(light.what === "accept" ? "acceptBy" : "due", {
                date: dayWords(calendar, light.dueOn, "shortWithWeekday"),
              })
            }
          />
        ) : (
          <span className="text-ink-2">{t("noClock")}</span>
        )}
      </Cell>
      <Cell head className="font-normal">
        <A
          href={`/desk/letters/${row.number}`}
          data-row=""
          data-key="e"
          className="inline-block py-0.5 text-[1rem] font-semibold text-ink no-underline hover:underline"
        >
          {row.kind === "accusation" && <Icon of="lock" className="me-1 inline align-[-.15em]" />}
          {row.title}
        </A>
        <span className={classes("items-center gap-x-2", compact ? "ms-2 inline-flex" : "flex flex-wrap")}>
          <LetterNumber number={row.number} />
          {row.kind === "accusation" && !compact && <Tag>{t("keptOut")}</Tag>}
          {row.via !== "letter" && !compact && <Tag>{words(`vias.${row.via}`)}</Tag>}
          {row.demo && !compact && <Tag kind="warn">{t("demo")}</Tag>}
        </span>
      </Cell>
      <Cell label={t("columns.kind")} className="md:whitespace-nowrap">
        {words(`kinds.${row.kind}`)}
      </Cell>
      <Cell label={t("columns.lead")}>
        {lead ? named(language, lead) : <span className="text-ink-2">{t("unassigned")}</span>}
        {assisting.length > 0 && !compact && (
          <span className="block text-ink-2">
            {t("assisting", { offices: assisting.map((one) => named(language, one)).join(calendar("list")) })}
          </span>
        )}
      </Cell>
      <Cell label={t("columns.turn")}>
        {!compact && <Turn row={row} />}
        <span className="block text-ink-2">{t(`states.${row.state}`)}</span>
      </Cell>
      <Cell numeric label={t("columns.hops")} className={quiet(row.hops)}>
        <Quiet n={row.hops} />
      </Cell>
      <Cell numeric label={t("columns.urges")} className={quiet(row.urges)}>
        <Quiet n={row.urges} />
      </Cell>
      <Cell>
        <RowClaim row={row} own={row.claim?.personId === personId} action={claim} />
      </Cell>
    </tr>
  );
}

/** Whose turn it is; the day stands in the first column. */
function Turn({ row: { turn, lead } }: { row: DeskRow }) {
  const t = useTranslations("queue");
  const language = useLocale();
  if (!turn) return <span className="text-ink-2">{t("nobodysTurn")}</span>;
  if (turn.who === "writer") return t("writer");
  return turn.what === "finish" && lead ? t("leadOffice") : turn.office && named(language, turn.office);
}

/** On a phone, where each cell is a line, a zero is not worth one. */
const quiet = (n: number) => (n === 0 ? "hidden md:table-cell" : undefined);

/** Zero is said, and does not call. */
function Quiet({ n }: { n: number }) {
  return <span className={n === 0 ? "text-ink-2" : "font-semibold"}>{n}</span>;
}
