import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { addressKey, countTry } from "./limits.ts";
import { readLink, spendLink } from "./links.ts";
import { type OpenedSignIn, openSignIn } from "./open-sign-in.ts";
import { revokeAllOf } from "./revoke.ts";
import { type Chosen, setCredentials } from "./set-credentials.ts";
import type { WhereFrom } from "./where-from.ts";

/** Staff choose name and password by the link an administrator gave them, once; old sign-ins end. */
export async function acceptInvitation(
  db: Db,
  { token, ...chosen }: Chosen & { token: string },
  from: WhereFrom,
  now: Now,
): Promise<OpenedSignIn> {
  await countTry("links", addressKey(from.address));
  return transact(db, async (tx) => {
    const link = await readLink(tx, "staff-invitation", token, now);
    const personId = link?.personId;
    if (!link || !personId || !(await spendLink(tx, link, now))) throw new Refusal("signIn.linkUsed");
    await setCredentials(tx, personId, chosen, link.totpSecret, now);
    await revokeAllOf(tx, nobody, personId, now);
    await record(tx, {
      what: "person.credentials",
      topics: [`person:${personId}`],
      actor: (await readPerson(tx, personId)) ?? nobody,
      as: { role: "citizen" },
      subject: `person:${personId}`,
      public: false,
      at: now.at,
    });
    return openSignIn(tx, personId, from, now);
  });
}
