import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { dispatches, noticeChannels, noticeKinds, noticePreferences, noticeSettings } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { nextAt } from "./hours.ts";
import type { PaceFields, settingsInput } from "./input.ts";
import { type Reach, readReach } from "./reach.ts";

/** How one is told oneself; of a telephone only that there is one and how it ends. */
export async function readOwnReach(db: Db, person: Person): Promise<Reach> {
  const reach = await readReach(db, person.id);
  const { sms, email } = reach.to;
  return { ...reach, to: { sms: sms && `${sms.slice(0, 3)}****${sms.slice(-4)}`, email } };
}

/** Keeps how somebody wants to be told. What waits for a digest goes with the one of the new hour. */
export async function saveSettings(
  db: Db,
  actor: Actor,
  { quietFrom, quietUntil, digestHour, language, ...fields }: z.output<typeof settingsInput>,
  now: Now,
): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const personId = actor.id;
  const settings = { quietFrom, quietUntil, digestHour, language };
  await transact(db, async (tx) => {
    await tx
      .insert(noticeSettings)
      .values({ personId, ...settings })
      .onConflictDoUpdate({ target: noticeSettings.personId, set: settings });
    await savePaces(tx, personId, fields);
    await tx
      .update(dispatches)
      .set({ digestAt: nextAt(digestHour, now) })
      .where(and(eq(dispatches.personId, personId), isNull(dispatches.messageId), isNotNull(dispatches.digestAt)));
  });
}

/** A channel that was not offered, for want of a number or an address, stays as it was. */
async function savePaces(tx: Tx, personId: number, fields: PaceFields): Promise<void> {
  for (const kind of noticeKinds) {
    for (const channel of noticeChannels) {
      const pace = fields[`${kind}.${channel}`];
      if (!pace) continue;
      await tx
        .insert(noticePreferences)
        .values({ personId, kind, channel, pace })
        .onConflictDoUpdate({
          target: [noticePreferences.personId, noticePreferences.kind, noticePreferences.channel],
          set: { pace },
        });
    }
  }
}
