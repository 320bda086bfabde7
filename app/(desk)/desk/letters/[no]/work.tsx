import { getLocale } from "next-intl/server";
import { now } from "#app/_edge/now.ts";
import { AnswerForm } from "#components/desk/letter/answer-form.tsx";
import { NoteBox, ProgressBox } from "#components/desk/letter/say-boxes.tsx";
import { Verdicts } from "#components/desk/letter/verdicts.tsx";
import { AnswerPhones } from "#components/directory/answer-phones.tsx";
import { hourWords } from "#components/letters/date-words.ts";
import { named, titled } from "#components/people/named.ts";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import { readPhonesOf } from "#domain/directory/read-phones.ts";
import { readDraft } from "#domain/drafts.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import * as actions from "./actions.ts";
import { isFree, isLate, offers } from "./offers.ts";

/** What is written here: the answer, what the writer said of it, the public update, the internal note. */
export async function Work({ letter, actor }: { letter: LetterForPerson; actor: Person }) {
  const language = await getLocale();
  const draft = offers(letter, "answer") ? await readDraft(db, actor, `answer:${letter.id}`) : null;
  const late = isLate(letter, "answer");
  // A draft outlives the moment at which a colleague was faster.
  const answers = offers(letter, "answer") && (!late || draft !== null);
  const { leader, office } = letter.mailbox;
  const at = await now();
  const phones = answers ? await readPhonesOf(db, (letter.lead ?? office).slug, at) : [];
  const asLeader = leader && letter.steps.some(({ step }) => step === "instruct");
  return (
    <>
      {answers && (
        <div>
          <AnswerForm
            action={actions.answer}
            save={actions.saveAnswer}
            keep={actions.keepAnswer}
            letterId={letter.id}
            speaker={asLeader ? titled(language, leader) : named(language, letter.lead ?? office)}
            draft={draft?.fields ?? {}}
            savedAt={draft && hourWords(draft.at)}
            promiseFrom={offers(letter, "promise") ? addDays(at.today, 1) : null}
            late={late}
          />
          <AnswerPhones phones={phones} />
        </div>
      )}
      <Verdicts verdicts={letter.verdicts} />
      <div className="grid content-start gap-4 sm:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
        {isFree(letter, "progress") && <ProgressBox action={actions.progress} letterId={letter.id} />}
        {isFree(letter, "note") && <NoteBox action={actions.note} letterId={letter.id} />}
      </div>
    </>
  );
}
