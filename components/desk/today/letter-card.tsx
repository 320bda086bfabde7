import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { type Earlier, OneTap } from "#components/desk/today/one-tap.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";
import type { IconName } from "#components/ui/icon-shapes.ts";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import { addDays, type CivilDate } from "#domain/calendar/civil-date.ts";
import type { DeskRow } from "#domain/letters/desk-rows.ts";
import type { TodayRow } from "#domain/letters/leader-today.ts";
import { rowOf } from "#domain/letters/steps.ts";

/** What can be done with a letter on one tap. */
export interface AtOnce {
  instruct: FormAction;
  acknowledge: FormAction;
  takeOn: FormAction;
}

interface LetterCardProps {
  row: TodayRow;
  today: CivilDate;
  /** One line and the way to it; in full with what can be said at once. */
  slim: boolean;
  sentences: readonly string[];
  atOnce: AtOnce;
}

/** A letter on a leader's day: what was written, and whole sentences that act on one tap. */
export function LetterCard({ row, today, slim, sentences, atOnce }: LetterCardProps) {
  const t = useTranslations("today");
  return (
    <li className={classes("border-y border-e border-rule bg-card px-4 py-3", edgeClass(row.light?.lamp))}>
      <CardHead row={row} full={!slim} readAt={row.readAt} />
      {slim ? (
        <LinkButton href={`/desk/letters/${row.number}?do=instruct#do`} icon="stamp" size="small" className="mt-2">
          {t("instruct")}
        </LinkButton>
      ) : (
        <>
          <OneTap
            letterId={row.id}
            instruct={atOnce.instruct}
            sentences={sentences}
            earlier={earlierThan(row.light, today)}
          >
            <Ways row={row} />
          </OneTap>
          <div className="mt-1 flex flex-wrap gap-2 border-t border-rule pt-2">
            <OneButton letterId={row.id} action={atOnce.acknowledge} icon="eye" words={t("acknowledge")} />
            {!row.isLed && row.kind !== "accusation" && (
              <OneButton letterId={row.id} action={atOnce.takeOn} icon="flag" words={t("takeOn")} />
            )}
          </div>
        </>
      )}
    </li>
  );
}

interface CardHeadProps {
  row: DeskRow;
  full: boolean;
  readAt: Date | null;
}

/** Lamp, number, title and who wrote; in full also what. */
export function CardHead({ row, full, readAt }: CardHeadProps) {
  const t = useTranslations("today");
  const words = useTranslations("letters");
  const language = useLocale();
  const facts = [
    row.nickname ?? t("noWriter"),
    words(`kinds.${row.kind}`),
    row.place,
    row.lead && t("lead", { office: named(language, row.lead) }),
    readAt && t("readAt", { when: whenWords({ at: readAt, short: true }, language) }),
  ].filter(Boolean);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <Light row={row} />
        <LetterNumber number={row.number} />
      </div>
      <h3 className="mt-1 text-lg leading-snug">
        <A href={`/desk/letters/${row.number}`} className="text-ink no-underline hover:underline">
          {row.title}
        </A>
      </h3>
      {full && <p className="line-clamp-4 font-song whitespace-pre-line">{row.body}</p>}
      <p className="text-sm text-ink-2">{facts.join(" · ")}</p>
    </>
  );
}

function Light({ row: { light } }: Pick<CardHeadProps, "row">) {
  const t = useTranslations("queue");
  const calendar = useTranslations("calendar");
  if (!light) return <span className="text-sm text-ink-2">{t("noClock")}</span>;
  return (
    <LightLamp
      light={light}
      what={light.what}
      below={t(light.what === "accept" ? "acceptBy" : "due", {
        date: dayWords(calendar, light.dueOn, "shortWithWeekday"),
      })}
    />
  );
}

/** A leader may only bring a date forward: from today to the day before it is due. */
function earlierThan(light: DeskRow["light"], today: CivilDate): Earlier | null {
  if (light?.what !== "finish" || light.lamp === "paused" || light.dueOn <= today) return null;
  return { today, latest: addDays(light.dueOn, -1) };
}

const assignable: readonly DeskRow["state"][] = rowOf("assign").from;

function Ways({ row }: Pick<CardHeadProps, "row">) {
  const t = useTranslations("today");
  return (
    <>
      {assignable.includes(row.state) && (
        <LinkButton href={`/desk/letters/${row.number}?do=assign#do`} icon="arrow-left-right" size="small">
          {t("assign")}
        </LinkButton>
      )}
      <LinkButton href={`/desk/letters/${row.number}?do=instruct#do`} icon="pen" size="small">
        {t("ownWords")}
      </LinkButton>
    </>
  );
}

interface OneButtonProps {
  letterId: number;
  action: FormAction;
  icon: IconName;
  words: string;
}

function OneButton({ letterId, action, icon, words }: OneButtonProps) {
  return (
    <ActionForm action={action} problemsTitle={words}>
      <input type="hidden" name="letterId" value={letterId} />
      <Button size="small" icon={icon}>
        {words}
      </Button>
    </ActionForm>
  );
}
