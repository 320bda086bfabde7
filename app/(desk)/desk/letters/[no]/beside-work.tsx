import { getTranslations } from "next-intl/server";
import { DecideForm } from "#components/desk/letter/decide-form.tsx";
import { EndHearingForm, OpenHearingForm } from "#components/desk/letter/hearing-form.tsx";
import { MergeForm, SplitForm } from "#components/desk/letter/merge-forms.tsx";
import { Guests, HostPanel } from "#components/letters/merged.tsx";
import { Reviews } from "#components/letters/reviews.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { A } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { findLetter } from "#domain/letters/letter.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import { findSimilarToMerge } from "#domain/letters/similar-letters.ts";
import * as actions from "./beside-actions.ts";
import { isFree } from "./offers.ts";

interface BesideProps {
  letter: LetterForPerson;
  actor: Person;
}

/** What stands beside the letter and is worked on: a review to be decided, letters that are handled together with it. */
export async function BesideWork({ letter, actor }: BesideProps) {
  const steps = await getTranslations("steps");
  return (
    <>
      <FinallyReviewed letters={letter.finallyReviewed} />
      {isFree(letter, "heard") && <EndHearingForm action={actions.endTheHearing} letterId={letter.id} />}
      {isFree(letter, "maintain") && (
        <DecideForm
          action={actions.decide}
          letterId={letter.id}
          reasons={letter.timeline.findLast(({ what }) => what === "review" || what === "recheck")?.words ?? null}
          mayAmend={isFree(letter, "amend")}
        />
      )}
      {isFree(letter, "hear") && letter.reviews.some(({ state }) => state === "asked") && (
        <OpenHearingForm action={actions.holdHearing} letterId={letter.id} />
      )}
      <Reviews reviews={letter.reviews} timeline={letter.timeline} />
      {letter.host && <HostPanel host={letter.host} base="/desk/letters" />}
      <Guests guests={letter.guests} base="/desk/letters" />
      {isFree(letter, "split") && (
        <Disclosure summary={steps("split")}>
          <SplitForm action={actions.split} letterId={letter.id} />
        </Disclosure>
      )}
      {isFree(letter, "merge") && letter.host === null && letter.guests.length === 0 && (
        <Merge letter={letter} actor={actor} />
      )}
    </>
  );
}

async function Merge({ letter, actor }: BesideProps) {
  const t = await getTranslations("merged");
  const similar = await findSimilarToMerge(db, actor, (await findLetter(db, letter.id))!);
  return (
    <Disclosure summary={t("title")} open={similar.length > 0}>
      <MergeForm action={actions.merge} letterId={letter.id} similar={similar} />
    </Disclosure>
  );
}

/** 复核终结: the same facts are not accepted again; whether they are the same a person says. */
async function FinallyReviewed({ letters }: { letters: LetterForPerson["finallyReviewed"] }) {
  if (letters.length === 0) return null;
  const t = await getTranslations("reviews.final");
  return (
    <Notice kind="warn" title={t("title")}>
      <ul>
        {letters.map(({ number, title }) => (
          <li key={number}>
            <A href={`/desk/letters/${number}`}>№{number}</A> {title}
          </li>
        ))}
      </ul>
      <p>{t("words")}</p>
    </Notice>
  );
}
