"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { unsubscribe } from "#domain/notices/unsubscribe.ts";

const ended = formAction(z.object({ token: z.string().max(100) }), async (_, { token }) => {
  await unsubscribe(db, token);
  redirect(`${(await addresses())(`/unsubscribe/${token}`)}?done=1`);
});

export async function end(before: FormState, form: FormData): Promise<FormState> {
  return ended(before, form);
}
