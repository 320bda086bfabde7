import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { type DemoRole, demoDesks } from "./demo-desks.ts";
import { isDemoMode } from "./demo-mode.ts";
import { type OpenedSignIn, openSignIn } from "./open-sign-in.ts";
import type { WhereFrom } from "./where-from.ts";

/** Signs in by one click as somebody of the demonstration; outside demo mode as nobody, whoever asks. */
export async function enterAsDemo(db: Db, role: DemoRole, from: WhereFrom, now: Now): Promise<OpenedSignIn> {
  if (!isDemoMode()) throw new Refusal("forbidden");
  return transact(db, async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.demo, true), eq(people.nickname, demoDesks[role])));
    if (!person) throw new Refusal("signIn.demoMissing");
    return openSignIn(tx, person.id, from, now);
  });
}
