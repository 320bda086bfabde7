import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "#components/desk/letter/step-form.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { classes } from "#components/ui/classes.ts";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { DeskRow } from "#domain/letters/desk-rows.ts";
import { rowOf } from "#domain/letters/steps.ts";

type Pile = "uninstructed" | "amber" | "red";

interface LetterCardProps {
  row: DeskRow;
  pile: Pile;
  /** One line and the way to it; in full with what can be said at once. */
  slim: boolean;
  instruct: FormAction;
}

/** A letter on a leader's day: what was written, and whole sentences that act on one tap. */
export function LetterCard({ row, pile, slim, instruct }: LetterCardProps) {
  const t = useTranslations("today");
  const words = useTranslations("letters");
  const language = useLocale();
  const facts = [
    row.nickname ?? t("noWriter"),
    words(`kinds.${row.kind}`),
    row.place,
    row.lead && t("lead", { office: named(language, row.lead) }),
  ].filter(Boolean);
  return (
    <li className={classes("border-y border-e border-rule bg-card px-4 py-3", edgeClass(row.light?.lamp))}>
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <Light row={row} />
        <LetterNumber number={row.number} />
      </div>
      <h3 className="mt-1 text-lg leading-snug">
        <A href={`/desk/letters/${row.number}`} className="text-ink no-underline hover:underline">
          {row.title}
        </A>
      </h3>
      {!slim && <p className="line-clamp-4 font-song whitespace-pre-line">{row.body}</p>}
      <p className="text-sm text-ink-2">{facts.join(" · ")}</p>
      {slim ? (
        <LinkButton href={`/desk/letters/${row.number}?do=instruct#do`} icon="stamp" size="small" className="mt-2">
          {t("instruct")}
        </LinkButton>
      ) : (
        <AtOnce row={row} pile={pile} instruct={instruct} />
      )}
    </li>
  );
}

function Light({ row: { light } }: Pick<LetterCardProps, "row">) {
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

const sentences: Record<Pile, readonly string[]> = {
  uninstructed: ["lookInto", "planInAWeek"],
  amber: ["inTime"],
  red: ["threeDays", "whyLate"],
};

const assignable: readonly DeskRow["state"][] = rowOf("assign").from;

/** Public by default; the one-off switch stands with the sentences, not in some setting. */
function AtOnce({ row, pile, instruct }: Omit<LetterCardProps, "slim">) {
  const t = useTranslations("today");
  return (
    <ActionForm action={instruct} problemsTitle={t("problems")} className="mt-2 grid gap-2">
      <input type="hidden" name="letterId" value={row.id} />
      <p className="flex items-center gap-1.5 text-sm text-brand">
        <Icon of="stamp" />
        {t("atOnce")}
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {sentences[pile].map((name) => (
          <button
            key={name}
            type="submit"
            name="words"
            value={t(`sentences.${name}` as "sentences.lookInto")}
            className="min-h-target border border-brand border-s-4 bg-brand-wash px-3 py-2 text-start font-song leading-normal hover:underline"
          >
            {t(`sentences.${name}` as "sentences.lookInto")}
          </button>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {assignable.includes(row.state) && (
          <LinkButton href={`/desk/letters/${row.number}?do=assign#do`} icon="arrow-left-right" size="small">
            {t("assign")}
          </LinkButton>
        )}
        <LinkButton href={`/desk/letters/${row.number}?do=instruct#do`} icon="pen" size="small">
          {t("ownWords")}
        </LinkButton>
        <label className="inline-flex min-h-target items-center gap-2 text-sm">
          <input type="checkbox" name="internal" className="choice" />
          {t("internal")}
        </label>
      </div>
      <p className="flex items-center gap-1.5 text-sm text-ink-2">
        <Icon of="eye" />
        {t("public")}
      </p>
    </ActionForm>
  );
}
