import { useTranslations } from "next-intl";
import { ClockWorking } from "#components/letters/clock-working.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LightLamp } from "#components/letters/light-lamp.tsx";
import { classes } from "#components/ui/classes.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { ShownComment } from "#domain/comments/shown.ts";
import type { OwedDate } from "#domain/owed-answers/read-owed.ts";

/** On a comment that many support: by when it is to be answered, under which lamp, and how that date was found. */
export function OwedLine({ comment: { owed, up, letter } }: { comment: ShownComment }) {
  const t = useTranslations("owed");
  const calendar = useTranslations("calendar");
  if (!owed) return null;
  const date = dayWords(calendar, owed.dueOn);
  const due = owed.working.provisional ? calendar("expected", { date }) : date;
  return (
    <div className={classes("mt-2.5 py-0.5 ps-3", owed.stoppedAt ? "edge" : edgeClass(owed.light.lamp))}>
      <p className="flex flex-wrap items-center gap-x-3 text-[1rem] leading-normal">
        <span>{owed.stoppedAt ? t("supported", { n: up }) : t("owes", { n: up, due })}</span>
        <OwedLamp owed={owed} asLetter={letter !== null} />
      </p>
      <OwedWorking owed={owed} />
    </div>
  );
}

/** A letter ends it too, and is no answer yet: then only whether that was in time is said. */
export function OwedLamp({ owed, asLetter = false }: { owed: OwedDate; asLetter?: boolean }) {
  const what = asLetter ? undefined : "respond";
  return <LightLamp light={owed.light} what={what} year={Number(owed.dueOn.slice(0, 4))} />;
}

/** 如何算出 */
export function OwedWorking({ owed }: { owed: OwedDate }) {
  const t = useTranslations("owed");
  const calendar = useTranslations("calendar");
  return (
    <Disclosure summary={calendar("working.open")} className="text-sm">
      <ClockWorking clock={{ ...owed, ofOffice: true }} today={owed.today} endedWords={t("ended")} />
    </Disclosure>
  );
}
