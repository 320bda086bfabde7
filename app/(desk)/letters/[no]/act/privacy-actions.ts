"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { actorAt } from "#app/_edge/letter-pass.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { letterOnly } from "#domain/letters/input.ts";
import { withdrawConsent } from "#domain/publication/withdraw-consent.ts";

const form = formAction(letterOnly.extend({ number: z.string().max(40) }), async (_, input, now) => {
  await withdrawConsent(db, await actorAt(input.number), input, now);
  redirect(`${(await addresses())(`/letters/${input.number}/act`)}?done=keepPrivate`);
});

export const keepPrivate = async (before: FormState, filled: FormData): Promise<FormState> => form(before, filled);
