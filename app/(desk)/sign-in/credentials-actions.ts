"use server";

import { z } from "zod";
import { enter } from "#app/_edge/enter.ts";
import { formAction } from "#app/_edge/form-action.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { acceptAdministration } from "#domain/administration/first-administrator.ts";
import { acceptInvitation } from "#domain/sign-in/accept-invitation.ts";

const chosen = z.object({
  token: z.string().max(100),
  name: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(500),
  totp: z.string().trim().min(1).max(20),
});

const administration = formAction(
  chosen.extend({ region: z.string().trim().max(60).optional() }),
  async (_, input, now) => enter(await acceptAdministration(db, input, await whereFrom(), now), "/"),
);

const invitation = formAction(chosen, async (_, input, now) =>
  enter(await acceptInvitation(db, input, await whereFrom(), now), "/"),
);

export async function becomeAdministrator(before: FormState, form: FormData): Promise<FormState> {
  return administration(before, form);
}

export async function openDesk(before: FormState, form: FormData): Promise<FormState> {
  return invitation(before, form);
}
