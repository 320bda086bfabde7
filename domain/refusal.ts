export type Details = Record<string, string | number | null>;

/**
 * The domain says no. The key names a sentence in `messages/<language>/refusals.json`; details fill its blanks.
 * Anything else that is thrown is our bug.
 */
export class Refusal extends Error {
  readonly key: string;
  readonly details: Details;

  constructor(key: string, details: Details = {}) {
    super(key);
    this.name = "Refusal";
    this.key = key;
    this.details = details;
  }
}

/** Also true for a refusal thrown by another copy of this module (Next bundles its own). */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === "Refusal";
}
