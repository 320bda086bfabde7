import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { now } from "#app/_edge/now.ts";
import { refusalOf } from "#app/_edge/refusal-of.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { wordsOfProblems } from "#app/_edge/words-of-problems.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { type FormState, textOf, withoutSecrets } from "#components/ui/form-state.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";

/**
 * The edge of every form on the desk: who is asking, is the form well filled in, does the domain agree. What was typed
 * comes back with every no. `run` may end in `redirect()`; anything else it throws is our bug and becomes an error page.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  run: (actor: Actor, input: z.output<Schema>, now: Now) => Promise<unknown>,
): (before: FormState, form: FormData) => Promise<FormState> {
  return async (_, form) => {
    const typed = textOf(form);
    const values = withoutSecrets(typed);
    const input = await schema.safeParseAsync({ ...typed, ...filesOf(form) });
    if (!input.success) return { problems: await wordsOfProblems(input.error), values };
    try {
      await run(await signedIn(), input.data, await now());
      // The page under the form shows what has just changed.
      refresh();
      return { done: true, values: {} };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return { refusal: { key: refusal.key, words: await wordsOfRefusal(refusal) }, values };
      unstable_rethrow(error);
      console.error(error);
      throw error;
    }
  };
}

/** Chosen files only: a browser sends an empty one for a field left alone. */
function filesOf(form: FormData): Record<string, File[]> {
  const files: Record<string, File[]> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" || value.size === 0) continue;
    files[name] = [...(files[name] ?? []), value];
  }
  return files;
}
