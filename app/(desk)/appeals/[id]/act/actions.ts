"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { changePictures, picturesIn } from "#app/(desk)/desk/posts/pictures.ts";
import type { FormState, Values } from "#components/ui/form-state.ts";
import { type Db, db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { closeAppeal } from "#domain/appeals/close.ts";
import { handOver } from "#domain/appeals/hand-over.ts";
import {
  appealWords,
  decideReportInput,
  handOverInput,
  pledgeChoice,
  reportInput,
  verifyInput,
} from "#domain/appeals/input.ts";
import { decideReport, reportAppeal, resumeAppeal, suspendAppeal } from "#domain/appeals/oversee.ts";
import { takeBackPledge } from "#domain/appeals/pledge.ts";
import type { Stepped } from "#domain/appeals/take-step.ts";
import { refuseAppeal, verifyAppeal } from "#domain/appeals/verify.ts";
import type { Now } from "#domain/calendar/now.ts";

type Done = "takeBack" | "verify" | "refuse" | "handOver" | "close" | "report" | "suspend" | "resume" | "dismiss";

/** One step of an appeal; what was done is said on the page from which it was taken, the desk's or one's own. */
function acting<Schema extends z.ZodType>(
  done: Done | ((input: z.output<Schema>) => Done),
  schema: Schema,
  verb: (db: Db, actor: Actor, input: z.output<Schema>, now: Now) => Promise<Stepped>,
) {
  return formAction(schema, async (actor, input, now) => {
    const { postId } = await verb(db, actor, input, now);
    const view = isPerson(actor) && actor.staff ? `/desk/appeals/${postId}` : `/appeals/${postId}/act`;
    const said = typeof done === "string" ? done : done(input);
    redirect(`${(await addresses())(view)}?done=${said}`);
  });
}

const pictured = z.preprocess((typed) => ({ ...(typed as Values), ...picturesIn(typed as Values) }), handOverInput);

const acts = {
  verify: acting("verify", verifyInput, verifyAppeal),
  refuse: acting("refuse", appealWords, refuseAppeal),
  takeBack: acting("takeBack", pledgeChoice, takeBackPledge),
  handOver: acting("handOver", pictured, handOver),
  close: acting("close", appealWords, closeAppeal),
  suspend: acting("suspend", appealWords, suspendAppeal),
  resume: acting("resume", appealWords, resumeAppeal),
  report: acting("report", reportInput, reportAppeal),
  decide: acting(({ outcome }) => (outcome === "suspended" ? "suspend" : "dismiss"), decideReportInput, decideReport),
};

type Answer = Promise<FormState>;

export const verify = async (before: FormState, form: FormData): Answer => acts.verify(before, form);
export const refuse = async (before: FormState, form: FormData): Answer => acts.refuse(before, form);
export const takeBack = async (before: FormState, form: FormData): Answer => acts.takeBack(before, form);
export const close = async (before: FormState, form: FormData): Answer => acts.close(before, form);
export const suspend = async (before: FormState, form: FormData): Answer => acts.suspend(before, form);
export const resume = async (before: FormState, form: FormData): Answer => acts.resume(before, form);
export const report = async (before: FormState, form: FormData): Answer => acts.report(before, form);
export const decide = async (before: FormState, form: FormData): Answer => acts.decide(before, form);

/** Without script receipts come one by one, and the rest of the form stays as it is. */
export async function handOverNow(before: FormState, form: FormData): Answer {
  return form.has("do") ? changePictures(form) : acts.handOver(before, form);
}
