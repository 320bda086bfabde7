import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AcceptForm } from "#components/desk/letter/accept-form.tsx";
import type { OpenedStep } from "#components/desk/letter/acts-bar.tsx";
import { AssignForm } from "#components/desk/letter/assign-form.tsx";
import type { Proposed } from "#components/desk/letter/confirm-text.tsx";
import { InspectForm, InstructForm, LetGoForm, TakeOnForm } from "#components/desk/letter/leader-forms.tsx";
import { PublishForm } from "#components/desk/letter/publish-form.tsx";
import { AdoptForm, StudyForm } from "#components/desk/letter/suggestion-forms.tsx";
import { AskForm, FollowUpForm, HideForm, RefuseForm, type StepProps } from "#components/desk/letter/words-forms.tsx";
import type { Earlier } from "#components/desk/today/one-tap.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { named, titled } from "#components/people/named.ts";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readFirstPhones } from "#domain/directory/read-phones.ts";
import { readAccusable, readPlaces } from "#domain/letters/addressees.ts";
import { foretellFinish } from "#domain/letters/foretell.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import { readAssignable } from "#domain/offices/assignable.ts";
import { sentencesOf } from "../../today/sentences.ts";
import * as actions from "./actions.ts";
import * as leading from "./leader-actions.ts";
import { askingSteps, OpenAsking } from "./open-asking.tsx";
import { OpenOrder, orderSteps } from "./open-order.tsx";
import * as suggestions from "./suggestion-actions.ts";

interface OpenStepProps {
  letter: LetterForPerson;
  step: OpenedStep;
  late: boolean;
  now: Now;
  actor: Person;
}

/** The form of the step that was asked for, with what its choices need. */
export async function OpenStep({ letter, step, late, now, actor }: OpenStepProps): Promise<ReactNode> {
  const props = { letterId: letter.id, back: `/desk/letters/${letter.number}`, late };
  if (isAsking(step)) return <OpenAsking letter={letter} step={step} late={late} now={now} />;
  if (isOrder(step)) return <OpenOrder letter={letter} step={step} late={late} />;
  switch (step) {
    case "accept":
      return <Accept {...props} action={actions.accept} letter={letter} now={now} />;
    case "assign":
      return <Assign {...props} action={actions.assign} letter={letter} />;
    case "ask":
      return <AskForm {...props} action={actions.ask} />;
    case "refuse":
      return <RefuseForm {...props} action={actions.refuse} />;
    case "instruct":
      return <Instruct {...props} action={actions.giveInstruction} letter={letter} now={now} actor={actor} />;
    case "takeOn":
      return <TakeOnForm {...props} action={leading.takeOnCase} />;
    case "inspect":
      return <InspectForm {...props} action={leading.recordInspection} />;
    case "letGo":
      return <LetGoForm {...props} action={leading.letCaseGo} />;
    case "followUp":
      return <FollowUpForm {...props} action={actions.follow} />;
    case "study":
      return <StudyForm {...props} action={suggestions.study} />;
    case "adopt":
      return <AdoptForm {...props} action={suggestions.decide} />;
    case "hide":
      return <HideForm {...props} action={actions.hide} />;
    case "publish":
      return <PublishForm {...props} action={actions.publish} step={step} {...publicText(letter)} />;
    case "redact":
      return <PublishForm {...props} action={actions.redact} step={step} {...publicText(letter)} />;
  }
}

const isAsking = (step: OpenedStep): step is (typeof askingSteps)[number] =>
  (askingSteps as readonly OpenedStep[]).includes(step);

const isOrder = (step: OpenedStep): step is (typeof orderSteps)[number] =>
  (orderSteps as readonly OpenedStep[]).includes(step);

type Beside = StepProps & { letter: LetterForPerson };

async function Accept({ letter, now, ...props }: Beside & { now: Now }) {
  const [places, accusable, due, language] = await Promise.all([
    readPlaces(db),
    readAccusable(db),
    foretellFinish(db, now),
    getLocale(),
  ]);
  return (
    <AcceptForm
      {...props}
      kind={letter.kind}
      region={letter.region.slug}
      place={letter.place}
      regions={places.map((place) => ({ value: place.slug, words: named(language, place) }))}
      due={due}
      publicText={letter.proposal && publicText(letter)}
      accusable={{
        offices: accusable.offices.map((office) => ({ value: office.slug, words: named(language, office) })),
        leaders: accusable.leaders.map((leader) => ({ value: leader.handle, words: titled(language, leader) })),
      }}
      accused={{ office: letter.accused?.office?.slug ?? "", leader: letter.accused?.leader?.handle ?? "" }}
    />
  );
}

async function Assign({ letter, ...props }: Beside) {
  const [offices, phones, language, t, calendar] = await Promise.all([
    readAssignable(db, letter.accused?.office?.slug ?? null),
    readFirstPhones(db),
    getLocale(),
    getTranslations("desk-letter.assign"),
    getTranslations("calendar"),
  ]);
  const finish = letter.clocks.findLast(({ what, stoppedAt }) => what === "finish" && !stoppedAt);
  return (
    <AssignForm
      {...props}
      offices={offices.map((office) => ({
        value: office.slug,
        words: named(language, office),
        initials: office.initials,
        // Whoever assigns may want to call first.
        beside: phones.get(office.slug),
      }))}
      lead={letter.lead?.slug ?? ""}
      assisting={letter.assisting.map(({ slug }) => slug)}
      date={
        finish && (
          <p>
            {t.rich("date", {
              date: dayWords(calendar, finish.working.dueOn, "shortWithWeekday"),
              a: (words) => <a href="#clock">{words}</a>,
              b: (words) => <b>{words}</b>,
            })}
          </p>
        )
      }
    />
  );
}

/** What is proposed for everybody, beside the text in which it was found. */
function publicText({ proposal, title, body, publicTitle, publicBody }: LetterForPerson): {
  title: Proposed;
  body: Proposed;
} {
  const beside = (
    original: string,
    found: NonNullable<LetterForPerson["proposal"]>["title"] | undefined,
  ): Proposed => ({
    original,
    spans: found?.spans ?? [],
    proposed: found?.text ?? original,
  });
  return {
    title: beside(publicTitle ?? title, proposal?.title),
    body: beside(publicBody ?? body, proposal?.body),
  };
}

async function Instruct({ letter, now, actor, ...props }: Beside & { now: Now; actor: Person }) {
  const { waiting, late } = await sentencesOf(actor);
  const burns = letter.light?.lamp === "amber" || letter.light?.lamp === "red";
  return <InstructForm {...props} earlier={earlierThan(letter, now)} sentences={burns ? late : waiting} />;
}

/** A leader may only bring a date forward: from today to the day before it is due. */
function earlierThan({ clocks }: LetterForPerson, { today }: Now): Earlier | null {
  const finish = clocks.findLast(({ what, stoppedAt, pausedAt }) => what === "finish" && !stoppedAt && !pausedAt);
  if (!finish || finish.working.dueOn <= today) return null;
  return { today, latest: addDays(finish.working.dueOn, -1) };
}
