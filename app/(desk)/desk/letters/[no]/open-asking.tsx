import {
  DecideForm,
  ExtendForm,
  KeepForm,
  ObjectForm,
  PromiseForm,
  RespondForm,
} from "#components/desk/letter/asking-forms.tsx";
import { db } from "#db/client.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import { mostExtension } from "#domain/policies/policies.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { deny, extend, grant, keep, object, overrule, promise, respondRating, uphold } from "./asking-actions.ts";

/** The steps by which offices ask, decide and promise. */
export const askingSteps = [
  "object",
  "uphold",
  "overrule",
  "extend",
  "grant",
  "deny",
  "promise",
  "keep",
  "respondRating",
] as const;
type AskingStep = (typeof askingSteps)[number];

const deciding = { uphold, overrule, grant, deny };

interface OpenAskingProps {
  letter: LetterForPerson;
  step: AskingStep;
  late: boolean;
  now: Now;
}

/** The form of one of these steps, with what was asked, promised or is still to come. */
export async function OpenAsking({ letter, step, late, now }: OpenAskingProps) {
  const props = { letterId: letter.id, back: `/desk/letters/${letter.number}`, late };
  const { objections, extensions } = letter.asked;
  const until = (what: "object" | "respond") =>
    letter.clocks.find((clock) => clock.what === what && !clock.stoppedAt)?.working.dueOn ?? null;
  switch (step) {
    case "object":
      return <ObjectForm {...props} action={object} until={until("object")} />;
    case "uphold":
    case "overrule": {
      const asked = objections.find(({ state }) => state === "raised");
      return <DecideForm {...props} step={step} action={deciding[step]} asked={asked} />;
    }
    case "grant":
    case "deny": {
      const asked = extensions.find(({ state }) => state === "asked");
      return <DecideForm {...props} step={step} action={deciding[step]} asked={asked} />;
    }
    case "extend": {
      const { extension } = await readPolicies(db, now.today);
      return <ExtendForm {...props} action={extend} days={extension} most={mostExtension} />;
    }
    case "promise":
      return <PromiseForm {...props} action={promise} from={addDays(now.today, 1)} />;
    case "keep":
      return <KeepForm {...props} action={keep} promises={letter.promises} />;
    case "respondRating":
      return <RespondForm {...props} action={respondRating} until={until("respond")} />;
  }
}
