import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { leaders, letters, mailboxes, offices, regions } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { readKnown } from "./contact.ts";
import type { letterOnly } from "./input.ts";
import { findLetter } from "./letter.ts";
import type { Made } from "./make-letter.ts";
import { sendLetter } from "./send-letter.ts";

/** What was withdrawn, or abandoned because nothing was supplied, its writer sends again with one action: a new letter. */
export async function sendAgain(db: Db, actor: Actor, input: z.output<typeof letterOnly>, now: Now): Promise<Made> {
  return transact(db, async (tx) => {
    const letter = await findLetter(tx, input.letterId);
    if (!letter || !isPerson(actor) || actor.id !== letter.authorId) throw new Refusal("letters.missing");
    if (letter.state !== "withdrawn") throw new Refusal("letters.tooLate", { state: letter.state });
    const [found] = await tx
      .select({ mailbox: mailboxes.slug, region: regions.slug, office: offices.slug, leader: leaders.handle })
      .from(letters)
      .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
      .innerJoin(regions, eq(regions.id, letters.regionId))
      .leftJoin(offices, eq(offices.id, letters.accusedOfficeId))
      .leftJoin(leaders, eq(leaders.id, letters.accusedLeaderId))
      .where(eq(letters.id, letter.id));
    const { mailbox, region, office, leader } = found!;
    const { kind, visibility, title, body, place } = letter;
    const { name, phone } = await readKnown(tx, letter);
    const again = {
      kind,
      visibility,
      title,
      body,
      place,
      name: name ?? "",
      phone: phone ?? "",
      via: "letter" as const,
    };
    return sendLetter(
      tx,
      actor,
      { ...again, mailbox, region, accusedOffice: office ?? "", accusedLeader: leader ?? "" },
      now,
    );
  });
}
