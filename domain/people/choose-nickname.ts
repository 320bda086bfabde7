import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { acceptNickname } from "./nickname.ts";

/** Once, and only by who was given one by the platform: a nickname that changes often hides who speaks. */
export async function chooseNickname(db: Db, actor: Actor, typed: string, now: Now): Promise<string> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  return transact(db, async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, actor.id)).for("update");
    if (!person?.nicknameGiven) throw new Refusal("people.nicknameChosen");
    const nickname = await acceptNickname(tx, typed);
    await tx.update(people).set({ nickname, nicknameGiven: false }).where(eq(people.id, actor.id));
    await record(tx, {
      what: "person.rename",
      topics: [`person:${actor.id}`],
      actor,
      as: { role: "citizen" },
      subject: `person:${actor.id}`,
      public: false,
      at: now.at,
    });
    return nickname;
  });
}
