import { storable } from "#domain/plain-text.ts";

/** By field name: what is wrong with it, the most important sentence first. */
export type Problems = Record<string, string[]>;

/** What was typed, by field name; a name that stood several times in the form has several values. */
export type Values = Record<string, string | string[]>;

/** What a form's action answers: nothing yet, done, or a no in words together with what was typed. */
export interface FormState {
  done?: true;
  problems?: Problems;
  refusal?: { key: string; words: string };
  values: Values;
}

export const untouched: FormState = { values: {} };

/** Secrets are never sent back into a page: the code that came by SMS is one, that of a refusal is not. */
const isSecret = (name: string, values: Values) =>
  name === "password" || name === "totp" || (name === "code" && "phone" in values);

/** The text fields of a form, without what React adds to find its action. */
export function textOf(form: FormData): Values {
  const values: Values = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    const key = storable(name);
    const text = storable(value);
    const before = values[key];
    values[key] = before === undefined ? text : [before, text].flat();
  }
  return values;
}

export function withoutSecrets(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name, values)));
}
