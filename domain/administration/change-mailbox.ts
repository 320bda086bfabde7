import { and, eq, notInArray } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letters, mailboxes } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findMailbox, findOffice } from "./find.ts";
import type { declinesInput, mailboxInputOnly, mailboxPlaceInput } from "./input.ts";
import { recordChange } from "./record-change.ts";

/** What the mailbox does not take is said before somebody writes; a mailbox has no name but its leader's or office's. */
export async function changeDeclines(
  db: Db,
  actor: Actor,
  input: z.output<typeof declinesInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { mailbox, region } = await findMailbox(tx, input.mailbox);
    authorize(actor, "region.administer", region);
    if (mailbox.declines === input.declines) return;
    await tx.update(mailboxes).set({ declines: input.declines }).where(eq(mailboxes.id, mailbox.id));
    const words = input.declines ?? undefined;
    await recordChange(tx, actor, { ...about(mailbox, "declines"), counts: { mailbox: mailbox.slug }, words }, now);
  });
}

/** To another office, whose operators keep it from now on. A leader's mailbox stays where the leader's office is. */
export async function moveMailbox(
  db: Db,
  actor: Actor,
  input: z.output<typeof mailboxPlaceInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { mailbox, office: from, region } = await findMailbox(tx, input.mailbox);
    authorize(actor, "region.administer", region);
    const { office: to, region: there } = await findOffice(tx, input.office);
    authorize(actor, "region.administer", there);
    if (mailbox.leaderId !== null) throw new Refusal("administration.leaderElsewhere");
    if (to.id === from.id) return;
    await tx.update(mailboxes).set({ officeId: to.id }).where(eq(mailboxes.id, mailbox.id));
    const counts = { mailbox: mailbox.slug, from: from.slug, to: to.slug };
    await recordChange(tx, actor, { ...about(mailbox, "move"), counts }, now);
  });
}

/** Only when no letter in it waits for somebody. */
export async function closeMailbox(
  db: Db,
  actor: Actor,
  input: z.output<typeof mailboxInputOnly>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { mailbox, office, region } = await findMailbox(tx, input.mailbox);
    authorize(actor, "region.administer", region);
    const inHand = await tx.$count(
      letters,
      and(eq(letters.mailboxId, mailbox.id), notInArray(letters.state, ["closed", "refused", "withdrawn"])),
    );
    if (inHand > 0) throw new Refusal("administration.mailboxHasLetters", { count: inHand });
    await tx.update(mailboxes).set({ closedAt: now.at }).where(eq(mailboxes.id, mailbox.id));
    const counts = { mailbox: mailbox.slug, office: office.slug };
    await recordChange(tx, actor, { ...about(mailbox, "close"), counts }, now);
  });
}

const about = (mailbox: { id: number; slug: string }, verb: string) => ({
  what: `mailbox.${verb}`,
  subject: `mailbox:${mailbox.id}`,
  topics: [`mailbox:${mailbox.slug}`],
});
