import type { Db } from "#db/client.ts";
import { type NoticeKind, noticeKinds, noticePreferences } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { Refusal } from "#domain/refusal.ts";
import { pacesOf } from "./reach.ts";
import { readUnsubscribeToken, type Scope } from "./unsubscribe-token.ts";

export interface Subscription {
  scope: Scope;
  /** Such mails still come. */
  going: boolean;
}

/** What a mail's link would end, and whether it has; null for a link that is not ours. */
export async function readSubscription(db: Db, token: string): Promise<Subscription | null> {
  const read = readUnsubscribeToken(token);
  if (!read) return null;
  return { scope: read.scope, going: (await kindsGoing(db, read.personId, read.scope)).length > 0 };
}

/** Ends such mails for whoever holds one, without signing in (RFC 8058). Doing it twice is the same as once. */
export async function unsubscribe(db: Db, token: string): Promise<Subscription> {
  const read = readUnsubscribeToken(token);
  if (!read) throw new Refusal("notices.noSuchLink");
  const { personId, scope } = read;
  return transact(db, async (tx) => {
    for (const kind of await kindsGoing(tx, personId, scope)) {
      await tx
        .insert(noticePreferences)
        .values({ personId, kind, channel: "email", pace: "never" })
        .onConflictDoUpdate({
          target: [noticePreferences.personId, noticePreferences.kind, noticePreferences.channel],
          set: { pace: "never" },
        });
    }
    return { scope, going: false };
  });
}

async function kindsGoing(db: Db, personId: number, scope: Scope): Promise<NoticeKind[]> {
  const paces = await pacesOf(db, personId);
  return noticeKinds.filter((kind) =>
    scope === "digest" ? paces[kind].email === "digest" : kind === scope && paces[kind].email !== "never",
  );
}
