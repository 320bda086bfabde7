import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { CoveredYears } from "#components/administration/covered-years.tsx";
import { ListForm } from "#components/administration/list-form.tsx";
import { LookAtList } from "#components/administration/look-at-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { administersAll } from "#domain/administration/administers-all.ts";
import { foretellYear } from "#domain/calendar/foretell-year.ts";
import { readCalendarYears } from "#domain/calendar/read-calendar-years.ts";
import { coverageEnd } from "#domain/calendar/warn-of-end.ts";
import { markReadOf } from "#domain/notices/mark-read.ts";
import { Head } from "../head.tsx";
import * as actions from "./actions.ts";
import { readListDraft } from "./list-draft.ts";

/** Which days work: the years that are covered, and copying the notice of the next one. */
export default async function CalendarPage({ searchParams }: PageProps<"/desk/administration/calendar">) {
  const actor = await requireSignedIn("/desk/administration/calendar");
  if (!(await administersAll(db, actor))) notFound();
  const at = await now();
  await markReadOf(db, actor, "calendar.ends", at);
  const { look, done, undone, letters } = await searchParams;
  const [years, list, t] = await Promise.all([
    readCalendarYears(db),
    readListDraft(actor),
    getTranslations("calendar-import"),
  ]);
  const looking = look && list ? { list, ...(await foretellYear(db, list, at)) } : null;
  const next = Number(at.calendar.coveredUntil.slice(0, 4)) + 1;
  return (
    <>
      <Head current="calendar" />
      <div className="max-w-column">
        {typeof done === "string" && (
          <Notice kind="ok" live>
            {t("done", { year: Number(done), n: Number(letters ?? 0) })}
          </Notice>
        )}
        {typeof undone === "string" && (
          <Notice kind="ok" live>
            {t("undone", { year: Number(undone) })}
          </Notice>
        )}
        {looking && <LookAtList {...looking} confirm={actions.confirm} />}
        <ListForm check={actions.check} list={list} year={next} end={coverageEnd(at)} />
        <CoveredYears years={years} today={at.today} undo={actions.undo} />
      </div>
    </>
  );
}
