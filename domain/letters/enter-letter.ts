import { z } from "zod";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keepContact } from "./contact.ts";
import { findMailbox, findRegion } from "./find-mailbox.ts";
import { letterInput, written } from "./input.ts";
import { type Made, makeLetter } from "./make-letter.ts";

/** How it reached the office. */
export const enteredVias = ["phone", "visit", "email", "superior"] as const;
/** An accusation is not told to an office that would then know who accuses: its writer sends it, or the 纪委 writes it down. */
export const enteredKinds = ["complaint", "help", "inquiry", "suggestion"] as const;

const { title, body, region, place, phone } = letterInput.shape;

export const enterInput = z
  .object({
    via: z.enum(enteredVias, "letters.viaMissing"),
    mailbox: z.string().trim().min(1, "letters.toMissing").max(80),
    kind: z.enum(enteredKinds, "letters.kindMissing"),
    title,
    body,
    region,
    place,
    name: written.max(40).default(""),
    phone,
    visibility: z.enum(["nameless", "handlers"], "letters.visibilityMissing"),
    /** The person was asked (个人信息保护法 art. 25). */
    consent: z.literal("on").optional(),
  })
  .superRefine(({ visibility, consent, phone: given }, { addIssue }) => {
    const wrong = (field: string, message: string) => addIssue({ code: "custom", path: [field], message });
    if (visibility === "nameless" && consent !== "on") wrong("consent", "letters.consentMissing");
    if (!/^(\+?[\d\s-]{5,20})?$/.test(given)) wrong("phone", "letters.phoneMalformed");
  });

/**
 * An office writes down for somebody what came by telephone, visit, paper or from above (art. 17). It has a number at
 * once and the same time as any other. It has no account behind it, so that it is rated only by calling back.
 */
export async function enterLetter(db: Db, actor: Actor, input: z.output<typeof enterInput>, now: Now): Promise<Made> {
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
      },
      now,
    );
    await keepContact(tx, made.letter.id, input);
    return made;
  });
}
