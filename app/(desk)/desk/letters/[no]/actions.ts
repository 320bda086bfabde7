"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { deviceHere } from "#app/_edge/device-here.ts";
import { formAction } from "#app/_edge/form-action.ts";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import type { OpenedContact } from "#components/desk/letter/contact-box.tsx";
import { hourWords } from "#components/letters/date-words.ts";
import { type FormState, textOf } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { can } from "#domain/access/policy.ts";
import { dropDraft, keepDraft } from "#domain/drafts.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { answerWithPromise } from "#domain/letters/answer-with-promise.ts";
import { askWriter } from "#domain/letters/ask-and-supply.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { claimLetter, unclaimLetter } from "#domain/letters/claims.ts";
import {
  acceptInput,
  answerInput,
  answerParts,
  assignInput,
  hideInput,
  instructInput,
  letterOnly,
  publishInput,
  refuseInput,
  solvedAnswers,
  wordsInput,
} from "#domain/letters/input.ts";
import { instruct } from "#domain/letters/instruct.ts";
import { findLetter } from "#domain/letters/letter.ts";
import { readContact } from "#domain/letters/open-letter.ts";
import { hideLetter, publishLetter, redactLetter } from "#domain/letters/publish-letter.ts";
import { refuseLetter } from "#domain/letters/refuse-letter.ts";
import { vagueParts } from "#domain/letters/reply-gate.ts";
import { followUp, noteInternally, reportProgress } from "#domain/letters/report-progress.ts";
import { isRefusal } from "#domain/refusal.ts";
import { goOn, saying, taking } from "./taking.ts";

const answerDraft = (letterId: number) => `answer:${letterId}`;

export const accept = saying("accept", acceptInput, acceptLetter);
export const refuse = saying("refuse", refuseInput, refuseLetter);
export const ask = saying("ask", wordsInput, askWriter);
export const assign = taking("assign", assignInput, assignLetter);
export const giveInstruction = saying("instruct", instructInput, instruct);
export const progress = saying("progress", wordsInput, reportProgress);
export const note = saying("note", wordsInput, noteInternally);
export const follow = saying("followUp", wordsInput, followUp);
export const publish = taking("publish", publishInput, publishLetter);
export const redact = taking("redact", publishInput, redactLetter);
export const hide = taking("hide", hideInput, hideLetter);

const answered = answerInput.extend({ solved: z.enum(solvedAnswers, "letters.officeSolvedMissing") });
const sendAnswer = saying("answer", answered, async (on, actor, input, at) => {
  const letter = await answerWithPromise(on, actor, { ...input, device: await deviceHere() }, at);
  await dropDraft(on, actor, answerDraft(letter.id));
  return letter;
});

/** Whatever the answer is refused for, what was written stays as a draft: a colleague may have been faster. */
export async function answer(before: FormState, form: FormData): Promise<FormState> {
  const said = await sendAnswer(before, form);
  if (!said.done) await keepAnswer(form);
  return said.refusal?.key === "letters.replyVague" ? withDaysMissing(said) : said;
}

/** Under each part that names no day: which words, and what would be right. */
async function withDaysMissing({ values }: FormState): Promise<FormState> {
  const t = await getTranslations("problems.letters");
  const found = vagueParts(values as Record<string, string>);
  const problems = found.map(({ part, words }) => [part, [t("vague", { words: words.join("、") })]]);
  return { values, problems: { ...Object.fromEntries(problems), asIs: [t("asIs")] } };
}

/** Keeps the answer as far as it is written; says when, for the line beside the buttons. */
export async function keepAnswer(form: FormData): Promise<{ at: string } | null> {
  const actor = await signedIn();
  const { letterId, ...typed } = textOf(form);
  const letter = await findLetter(db, z.coerce.number().int().positive().catch(0).parse(letterId));
  if (!letter || !can(actor, "letter.step", { letter, step: "answer" })) return null;
  const kept = [...answerParts, "promise", "due"];
  const fields = Object.fromEntries(kept.map((name) => [name, String(typed[name] ?? "").slice(0, 3000)]));
  const { at } = await keepDraft(db, actor, answerDraft(letter.id), fields, await now());
  return { at: hourWords(at) };
}

/** 存草稿, for who has no script that saves by itself. */
export async function saveAnswer(form: FormData): Promise<void> {
  await keepAnswer(form);
  const letter = await findLetter(db, z.coerce.number().int().positive().catch(0).parse(form.get("letterId")));
  if (letter) await goOn(await signedIn(), letter, "draft");
}

/** Name and telephone, for who has to reach the writer: given out once, and the reading recorded. */
export async function openContact(_: OpenedContact, form: FormData): Promise<OpenedContact> {
  const input = letterOnly.safeParse(textOf(form));
  if (!input.success) return {};
  try {
    return { contact: await readContact(db, await signedIn(), input.data, await now()) };
  } catch (error) {
    if (isRefusal(error)) return { refusal: await wordsOfRefusal(error) };
    throw error;
  }
}

const claiming = formAction(letterOnly, async (actor, input, at) => {
  await claimLetter(db, actor, input, at);
  await goOn(actor, (await findLetter(db, input.letterId))!, "claim");
});

const unclaiming = formAction(letterOnly, async (actor, input, at) => {
  await unclaimLetter(db, actor, input, at);
  await goOn(actor, (await findLetter(db, input.letterId))!, "unclaim");
});

export async function claim(before: FormState, form: FormData): Promise<FormState> {
  return claiming(before, form);
}

export async function unclaim(before: FormState, form: FormData): Promise<FormState> {
  return unclaiming(before, form);
}
