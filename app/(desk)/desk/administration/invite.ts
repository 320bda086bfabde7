"use server";

import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { InviteState } from "#components/administration/invite-form.tsx";
import { db } from "#db/client.ts";
import { personInput, staffInput } from "#domain/administration/input.ts";
import { inviteAgain, inviteStaff } from "#domain/administration/invite-staff.ts";

/** The link goes into this answer and nowhere else: the database keeps its hash. */
async function linkOf(token: string): Promise<string> {
  const at = await addresses();
  return `${process.env.PUBLIC_URL}${at("/sign-in/invitation")}?${new URLSearchParams({ token })}`;
}

export async function invite(before: InviteState, form: FormData): Promise<InviteState> {
  let link = "";
  const run = formAction(staffInput, async (actor, input, now) => {
    link = await linkOf((await inviteStaff(db, actor, input, now)).token);
  });
  const answer = await run(before, form);
  return answer.done ? { ...answer, link, desk: String(form.get("nickname")) } : answer;
}

export async function renewInvitation(before: InviteState, form: FormData): Promise<InviteState> {
  let link = "";
  const run = formAction(personInput, async (actor, input, now) => {
    link = await linkOf((await inviteAgain(db, actor, input, now)).token);
  });
  const answer = await run(before, form);
  return answer.done ? { ...answer, link, desk: String(form.get("desk")) } : answer;
}
