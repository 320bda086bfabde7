import { timingSafeEqual } from "node:crypto";
import { type NoticeKind, noticeKinds } from "#db/schema/index.ts";
import { keyedHash } from "#domain/people/seal.ts";

/** What a mail's link ends: mails of one kind, or the daily ones. */
export type Scope = NoticeKind | "digest";

const scopes: readonly string[] = [...noticeKinds, "digest"] satisfies Scope[];

/**
 * Stands in each mail. Whoever holds the mail may end such mails and nothing else, however old it is: there is no date after
 * which one may not say no.
 */
export function makeUnsubscribeToken(personId: number, scope: Scope): string {
  return `${personId}-${scope}-${signatureOf(personId, scope)}`;
}

export function readUnsubscribeToken(token: string): { personId: number; scope: Scope } | null {
  const [, id, scope = "", signature = ""] = /^([1-9]\d{0,14})-([a-z]+)-([0-9a-f]{32})$/.exec(token) ?? [];
  if (!id || !scopes.includes(scope)) return null;
  const right = signatureOf(Number(id), scope as Scope);
  return timingSafeEqual(Buffer.from(signature), Buffer.from(right))
    ? { personId: Number(id), scope: scope as Scope }
    : null;
}

const signatureOf = (personId: number, scope: Scope) => keyedHash(`unsubscribe:${personId}:${scope}`).slice(0, 32);
