import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keepContact } from "./contact.ts";
import type { enterInput } from "./entering.ts";
import { findMailbox, findRegion } from "./find-mailbox.ts";
import { type Made, makeLetter } from "./make-letter.ts";

type Entering = z.output<typeof enterInput> & { demo?: boolean };

/**
 * An office writes down for somebody what came by telephone, visit, paper or from above (art. 17). It has a number at
 * once and the same time as any other. It has no account behind it, so that it is rated only by calling back.
 */
export async function enterLetter(db: Db, actor: Actor, input: Entering, now: Now): Promise<Made> {
  return transact(db, async (tx) => {
    const mailbox = await findMailbox(tx, input.mailbox);
    authorize(actor, "letter.enter", mailbox);
    const made = await makeLetter(
      tx,
      actor,
      "enter",
      { role: "operator", officeId: mailbox.officeId },
      {
        mailboxId: mailbox.id,
        authorId: null,
        sourceOfficeId: mailbox.officeId,
        kind: input.kind,
        via: input.via,
        visibility: input.visibility,
        title: input.title,
        body: input.body,
        regionId: input.region ? (await findRegion(tx, input.region)).id : mailbox.regionId,
        place: input.place,
        demo: input.demo ?? false,
      },
      now,
    );
    await keepContact(tx, made.letter.id, input);
    return made;
  });
}
