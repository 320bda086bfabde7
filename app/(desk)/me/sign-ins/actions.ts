"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { dropSignIn } from "#app/_edge/sign-in-cookie.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { chooseNickname } from "#domain/people/choose-nickname.ts";
import { revokeOwnSignIns, revokeSignIn } from "#domain/sign-in/revoke.ts";

const one = formAction(z.object({ signIn: z.coerce.number().int().positive() }), (actor, { signIn }, now) =>
  revokeSignIn(db, actor, signIn, now),
);

const all = formAction(z.object({}), async (actor, _, now) => {
  await revokeOwnSignIns(db, actor, now);
  await dropSignIn();
  redirect((await addresses())("/sign-in"));
});

const nickname = formAction(z.object({ nickname: z.string().trim().min(1).max(60) }), (actor, typed, now) =>
  chooseNickname(db, actor, typed.nickname, now),
);

export async function endOne(before: FormState, form: FormData): Promise<FormState> {
  return one(before, form);
}

export async function endAll(before: FormState, form: FormData): Promise<FormState> {
  return all(before, form);
}

export async function changeNickname(before: FormState, form: FormData): Promise<FormState> {
  return nickname(before, form);
}
