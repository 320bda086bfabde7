import { withQuery } from "#components/ui/address.ts";
import type { Behind } from "#domain/statistics/list-letters-behind.ts";
import type { Scope } from "#domain/statistics/scope.ts";

/** The letters behind a number of this scope. */
export const lettersBehind = (scope: Scope, what: Behind): string =>
  withQuery("/statistics/letters", { what, ...scope });

/** The same figures of another scope. */
export const statisticsOf = (scope: Scope, more: Record<string, string | null> = {}): string =>
  withQuery("/statistics", { ...scope, ...more });
