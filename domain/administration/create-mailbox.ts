import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { mailboxes } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findLeader, findOffice } from "./find.ts";
import type { mailboxInput } from "./input.ts";
import { recordChange } from "./record-change.ts";

/** An office's mailbox, or a leader's that the office keeps. A leader has one at a time. */
export async function createMailbox(
  db: Db,
  actor: Actor,
  input: z.output<typeof mailboxInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { office, region } = await findOffice(tx, input.office);
    authorize(actor, "region.administer", region);
    const whose = input.leader ? await findLeader(tx, input.leader) : null;
    if (whose && whose.office.id !== office.id) throw new Refusal("administration.leaderElsewhere");
    if (await tx.$count(mailboxes, eq(mailboxes.slug, input.slug))) throw new Refusal("administration.slugTaken");
    const [mailbox] = await tx
      .insert(mailboxes)
      .values({
        slug: input.slug,
        officeId: office.id,
        leaderId: whose?.leader.id ?? null,
        declines: input.declines,
        createdAt: now.at,
      })
      .onConflictDoNothing()
      .returning({ id: mailboxes.id });
    if (!mailbox) throw new Refusal(whose ? "administration.leaderHasMailbox" : "administration.slugTaken");
    const change = { what: "mailbox.create", subject: `mailbox:${mailbox.id}`, topics: [`mailbox:${input.slug}`] };
    const counts = { mailbox: input.slug, office: office.slug, leader: whose?.leader.handle ?? null };
    await recordChange(tx, actor, { ...change, counts }, now);
  });
}
