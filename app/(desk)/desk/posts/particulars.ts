import type { Values } from "#components/ui/form-state.ts";
import { type ComposedKind, kindOf } from "#domain/posts/kinds.ts";

/**
 * The fields of a kind's own stand in a form as `poll.mode` and are handed on as `{ poll: { mode } }`. A composer sends
 * those of every kind; only what belongs to the chosen one is looked at.
 */
export function particularsIn(typed: Values): Record<string, Values> {
  const given: Record<string, Values> = {};
  for (const [name, value] of Object.entries(typed)) {
    const [noun, field] = name.split(".");
    if (noun && field && belongs(noun, typed.kind)) given[noun] = { ...given[noun], [field]: value };
  }
  return given;
}

/** Where a draft is mended its kind is not chosen any more, and no other one's fields are there. */
function belongs(noun: string, kind: Values[string] | undefined): boolean {
  return kind === undefined || kindOf(kind as ComposedKind)?.fields === noun;
}
