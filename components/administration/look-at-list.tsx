import { useTranslations } from "next-intl";
import { type CalendarWords, stretchWords } from "#components/letters/date-words.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { addDays, type CivilDate } from "#domain/calendar/civil-date.ts";
import type { Foreseen } from "#domain/calendar/foretell-year.ts";
import type { YearList } from "#domain/calendar/import-input.ts";
import type { ListedDay, ListProblem } from "#domain/calendar/listed-days.ts";

interface LookAtListProps extends Foreseen {
  list: YearList;
  confirm: (before: FormState, form: FormData) => Promise<FormState>;
}

/** What was understood of the list, what is wrong with it, and what importing it does to the dates that run. */
export function LookAtList({ list, days, problems, changes, confirm }: LookAtListProps) {
  const t = useTranslations("calendar-import");
  return (
    <Panel id="look" className="mt-4">
      <h2 className="text-lg">{t("look.title", { year: list.year })}</h2>
      <p className="text-sm text-ink-2">
        {list.notice} · <a href={list.noticeUrl}>{list.noticeUrl}</a>
      </p>
      {problems.length > 0 ? <Problems problems={problems} /> : <Understood days={days} />}
      {changes && (
        <ActionForm action={confirm} problemsTitle={t("problems")} className="mt-3 grid gap-3">
          <input type="hidden" name="year" value={list.year} />
          <Notice>{t("look.changes", changes)}</Notice>
          <Button kind="go" className="justify-self-start">
            {t("look.confirm", { year: list.year })}
          </Button>
        </ActionForm>
      )}
      {problems.length === 0 && !changes && <Notice>{t("look.there", { year: list.year })}</Notice>}
    </Panel>
  );
}

function Problems({ problems }: { problems: readonly ListProblem[] }) {
  const t = useTranslations("calendar-import");
  const weekdays = useTranslations("calendar.weekday");
  const blanks = ({ weekday, ...details }: ListProblem["details"]) => ({
    ...Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value ?? ""])),
    ...(weekday && { weekday: weekdays(String(weekday) as "1") }),
  });
  return (
    <Notice kind="danger" title={t("look.wrong", { n: problems.length })}>
      <ul className="list-disc ps-5">
        {problems.map(({ line, key, details }) => (
          <li key={`${line} ${key} ${details.day ?? details.festival ?? ""}`}>
            {line !== null && <b>{t("look.line", { line })}</b>}
            {t(`wrong.${key}`, blanks(details))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Festival by festival: 春节 2月5日至11日放假，2月4日、13日上班. */
function Understood({ days }: { days: readonly ListedDay[] }) {
  const t = useTranslations("calendar-import.look");
  const calendar = useTranslations("calendar");
  const festivals = Map.groupBy(
    days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    ({ name }) => name,
  );
  return (
    <DefinitionList
      className="mt-2"
      rows={[...festivals].map(([name, own]) => ({
        term: name,
        words: stretchesOf(calendar, own, "holiday"),
        detail: own.some(({ kind }) => kind === "makeup")
          ? t("makeup", { dates: stretchesOf(calendar, own, "makeup") })
          : undefined,
      }))}
    />
  );
}

function stretchesOf(t: CalendarWords, days: readonly ListedDay[], wanted: ListedDay["kind"]): string {
  const stretches: { from: CivilDate; until: CivilDate; days: number }[] = [];
  for (const { date, kind } of days) {
    if (kind !== wanted) continue;
    const last = stretches.at(-1);
    if (last && addDays(last.until, 1) === date) Object.assign(last, { until: date, days: last.days + 1 });
    else stretches.push({ from: date, until: date, days: 1 });
  }
  return stretches.map((stretch) => stretchWords(t, stretch)).join(t("list"));
}
