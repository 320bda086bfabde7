import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { ActsBar, opened } from "#components/desk/letter/acts-bar.tsx";
import { AskedPanel } from "#components/desk/letter/asked-panel.tsx";
import { ClockRail } from "#components/desk/letter/clock-rail.tsx";
import { HideWords } from "#components/desk/letter/hide-words.tsx";
import { LeadersTrail } from "#components/desk/letter/leaders-trail.tsx";
import { LetterHead } from "#components/desk/letter/letter-head.tsx";
import { Around, LetterSheet } from "#components/desk/letter/letter-sheet.tsx";
import { Record } from "#components/desk/letter/record.tsx";
import { OrdersPanel } from "#components/desk/orders/orders-panel.tsx";
import { TurnWords } from "#components/letters/brief-words.tsx";
import { LedBy } from "#components/letters/led-by.tsx";
import { Promises } from "#components/letters/promises.tsx";
import { AdoptionPanel } from "#components/suggestions/outcome.tsx";
import { classes } from "#components/ui/classes.ts";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import { readLeadersTrail } from "#domain/letters/leaders-trail.ts";
import { openLetter } from "#domain/letters/open-letter.ts";
import * as actions from "./actions.ts";
import { BesideWork } from "./beside-work.tsx";
import { acknowledge } from "./leader-actions.ts";
import { isFree, isLate, offers } from "./offers.ts";
import { OpenStep } from "./open-step.tsx";
import * as publication from "./publication-actions.ts";
import { Work } from "./work.tsx";

type Props = PageProps<"/desk/letters/[no]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `№ ${(await params).no}` };
}

/** A phone reads from the letter to the work, the dates, the record; a desk has them side by side. */
const areas =
  "grid grid-cols-[minmax(0,1fr)] items-start gap-4 [grid-template-areas:'letter'_'work'_'rail'_'log'] lg:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.35fr)_20rem]";
/** An answer needs the middle column for itself; without one the record moves up into it. */
const withAnswer =
  "lg:grid-rows-[auto_auto_1fr] lg:[grid-template-areas:'letter_work'_'rail_work'_'log_work'] xl:grid-rows-[auto_1fr] xl:[grid-template-areas:'letter_work_rail'_'log_work_rail']";
const withoutAnswer =
  "lg:grid-rows-[auto_auto_1fr] lg:[grid-template-areas:'letter_work'_'letter_log'_'rail_log'] xl:grid-rows-[auto_1fr] xl:[grid-template-areas:'letter_work_rail'_'letter_log_rail']";

/** A letter on the desk of whoever handles or oversees it: the letter, the answer, the clock and every step on one page. */
export default async function DeskLetter({ params, searchParams }: Props) {
  const { no } = await params;
  const query = await searchParams;
  const actor = await requireSignedIn(`/desk/letters/${no}`);
  const at = await now();
  const letter = await openLetter(db, actor, no, at);
  if (!letter) notFound();
  if (!actor.staff) redirect((await addresses())(`/letters/${letter.number}/act`));
  const [t, trail] = await Promise.all([getTranslations("desk-letter"), readLeadersTrail(db, actor, letter.id)]);
  const acknowledges = isFree(letter, "acknowledge") && !trail.some(({ own, acknowledgedAt }) => own && acknowledgedAt);

  // Whoever may take the whole letter off the web decides on each of its pieces too.
  const decides = isFree(letter, "hide");
  const open = opened.find((step) => step === query.do && offers(letter, step)) ?? null;
  // That the letter has moved on the form says itself; what else stands in its way is said here.
  const found = letter.steps.find(({ step, obstacle }) => step === open && obstacle?.key !== "letters.tooLate");
  const obstacle = found?.obstacle ?? null;
  const done = typeof query.done === "string" && t.has(`done.${query.done}` as "done.accept") ? query.done : null;
  return (
    <main id="main" tabIndex={-1} className="w-full min-w-0 px-4 pt-3 pb-10 lg:px-6">
      {done && (
        <div id="said">
          <Notice kind="ok" live>
            {t(`done.${done}` as "done.accept")}
          </Notice>
        </div>
      )}
      <LetterHead letter={letter} />
      {letter.adoption && <AdoptionPanel adoption={letter.adoption} />}
      {letter.led && <LedBy led={letter.led} today={at.today} />}
      <ActsBar letter={letter} open={open} claim={actions.claim} unclaim={actions.unclaim} />
      {open && (
        <section id="do" className="border border-t-0 border-brand bg-card px-4 py-4 sm:px-5">
          <h2 className="mb-3 text-lg">{t(`open.${open}`)}</h2>
          {obstacle && <Notice kind="warn">{await wordsOfRefusal(obstacle)}</Notice>}
          <OpenStep letter={letter} step={open} late={isLate(letter, open)} now={at} actor={actor} />
        </section>
      )}
      <div className={classes("mt-4", areas, isFree(letter, "answer") ? withAnswer : withoutAnswer)}>
        <div className="grid content-start gap-4 [grid-area:letter]">
          <LetterSheet
            letter={letter}
            openContact={actions.openContact}
            pictures={decides ? { show: publication.showPicture, hide: publication.takePictureOff } : null}
          />
          <Around letter={letter} />
          <LeadersTrail trail={trail} letterId={letter.id} acknowledge={acknowledges ? acknowledge : null} />
        </div>
        <div className="grid content-start gap-4 [grid-area:work]">
          {!open && <AskedPanel letter={letter} />}
          <OrdersPanel orders={letter.orders} />
          <BesideWork letter={letter} actor={actor} />
          <Work letter={letter} actor={actor} />
        </div>
        <div className="[grid-area:rail]">
          <ClockRail clocks={letter.clocks.filter(({ what }) => what !== "order")} today={at.today} />
          {letter.promises.length > 0 && (
            <section className="mt-4">
              <h2 className="border-b-2 border-brand pb-1 text-lg">{t("promises")}</h2>
              <Promises promises={letter.promises} narrow />
            </section>
          )}
        </div>
        <div className="[grid-area:log]">
          <Record
            letter={letter}
            next={letter.turn && <TurnWords turn={letter.turn} />}
            hide={
              decides
                ? ({ eventId }) => <HideWords action={publication.hideWords} letterId={letter.id} eventId={eventId} />
                : null
            }
          />
        </div>
      </div>
    </main>
  );
}
