import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people, type RoleName } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import { giveRole } from "#domain/administration/grant-role.ts";
import type { Scope } from "#domain/administration/input.ts";
import { findScope } from "#domain/administration/scope.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type DemoRole, demoDesks } from "#domain/sign-in/demo-desks.ts";

const grants: [DemoRole & RoleName, Scope][] = [
  ["leader", "leader:shuji"],
  ["operator", "office:jiaotong"],
  ["handler", "office:jiaotong"],
  ["triage", "region:heyuan"],
  ["moderator", "region:heyuan"],
  ["supervisor", "office:xinfangju"],
  ["editor", "region:heyuan"],
  ["administrator", "region:heyuan"],
];

/** The nine who can be entered by one click in demo mode. Repeating it changes nothing; regions and offices come first. */
export async function seedDemoPeople(db: Db, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    await openAccount(tx, demoDesks.citizen, "citizen", now);
    for (const [role, scope] of grants) {
      const personId = await openAccount(tx, demoDesks[role], "staff", now);
      await giveRole(tx, clock, personId, role, await findScope(tx, role, scope), now);
    }
  });
}

/** Somebody of that name may be there already: the scenario's own citizen is then the one who is entered. */
export async function openAccount(tx: Tx, nickname: string, kind: "citizen" | "staff", now: Now): Promise<number> {
  const [known] = await tx
    .update(people)
    .set({ demo: true, verifiedAt: sql`coalesce(${people.verifiedAt}, ${now.at.toISOString()}::timestamptz)` })
    .where(eq(people.nickname, nickname))
    .returning({ id: people.id });
  if (known) return known.id;
  const [made] = await tx
    .insert(people)
    .values({ kind, nickname, demo: true, verifiedAt: now.at, createdAt: now.at })
    .returning({ id: people.id });
  return made!.id;
}
