import type { Refusal } from "#domain/refusal.ts";

/** A refusal for a script: its key, its sentence in the reader's language, and what fills the sentence. */
export function refuseInJson({ key, details }: Refusal, words: string): Response {
  const seconds = key === "requests.tooFast" ? details.seconds : key === "unavailable" ? 5 : null;
  const again: Record<string, string> = seconds ? { "retry-after": String(seconds) } : {};
  return Response.json(
    { refusal: key, words, details },
    { status: statusOf(key), headers: { "cache-control": "private, no-store", ...again } },
  );
}

const statuses: Record<string, number> = {
  signInFirst: 401,
  forbidden: 403,
  "requests.elsewhere": 403,
  "requests.tooBig": 413,
  "images.tooLarge": 413,
  "requests.tooFast": 429,
  "images.tooManyAnHour": 429,
  "comments.tooMany": 429,
  "comments.slow": 429,
  unavailable: 503,
};

function statusOf(key: string): number {
  return statuses[key] ?? (/\.(missing|nothingThere|noSuch\w+)$/.test(key) ? 404 : 422);
}
