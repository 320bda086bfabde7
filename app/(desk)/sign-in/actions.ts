"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { enter } from "#app/_edge/enter.ts";
import { formAction } from "#app/_edge/form-action.ts";
import { now } from "#app/_edge/now.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import type { CitizenState } from "#components/sign-in/citizen-form.tsx";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { askForCode } from "#domain/sign-in/ask-for-code.ts";
import { type DemoRole, demoRoles } from "#domain/sign-in/demo-desks.ts";
import { enterAsDemo } from "#domain/sign-in/enter-as-demo.ts";
import { enterCode } from "#domain/sign-in/enter-code.ts";
import { enterPassword } from "#domain/sign-in/enter-password.ts";

const callbackUrl = z.string().max(2_000).default("/");
const phone = z.string().trim().min(1, "signIn.phoneMissing").max(40);

const askCode = formAction(z.object({ phone }), async (_, input, at) => {
  const t = await getTranslations("sign-in.sms");
  await askForCode(db, { phone: input.phone, words: (code) => t("code", { code }) }, await whereFrom(), at);
});

const enterByCode = formAction(
  z.object({
    phone,
    code: z.string().trim().min(1, "signIn.codeMissing").max(40),
    nickname: z.string().max(60).optional(),
    callbackUrl,
  }),
  async (_, input, at) => enter(await enterCode(db, input, await whereFrom(), at), input.callbackUrl),
);

/** One form, two buttons: 发验证码 keeps the page and what was typed, 登录 goes on. */
export async function enterAsCitizen(before: CitizenState, form: FormData): Promise<CitizenState> {
  if (form.get("do") !== "ask") return enterByCode(before, form);
  const answer = await askCode(before, form);
  if (!answer.done) return answer;
  const typed = { phone: String(form.get("phone")), nickname: String(form.get("nickname") ?? "") };
  const t = await getTranslations("sign-in.citizen");
  return { values: typed, sent: t("sent", { phone: typed.phone }) };
}

const enterByPassword = formAction(
  z.object({
    name: z.string().trim().min(1).max(60),
    password: z.string().min(1).max(500),
    totp: z.string().trim().min(1).max(20),
    shared: z.literal("on").optional(),
    callbackUrl,
  }),
  async (_, input, at) =>
    enter(await enterPassword(db, input, await whereFrom(), at), input.callbackUrl, input.shared === "on"),
);

export async function enterAsStaff(before: FormState, form: FormData): Promise<FormState> {
  return enterByPassword(before, form);
}

/** A button of the demonstration; the domain refuses it everywhere else. */
export async function enterDemo(form: FormData): Promise<void> {
  const role = z.enum(demoRoles as [DemoRole, ...DemoRole[]]).safeParse(form.get("role")).data;
  // No button says anything else: whoever sends it stays where they are.
  if (!role) return;
  const opened = await enterAsDemo(db, role, await whereFrom(), await now());
  await enter(opened, form.get("callbackUrl"));
}
