import { and, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { images, type LetterVia } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { keepContact } from "./contact.ts";
import { findAccused, findMailbox, findMailboxFor, findRegion, refuseAccusedMailbox } from "./find-mailbox.ts";
import type { letterInput } from "./input.ts";
import { type Made, makeLetter } from "./make-letter.ts";

export interface Sending extends Partial<z.output<typeof letterInput>> {
  kind: z.output<typeof letterInput>["kind"];
  visibility: z.output<typeof letterInput>["visibility"];
  title: string;
  body: string;
  /** Set by the edge, never by a form. */
  via: LetterVia;
  signersOnPaper?: number;
  retentionHold?: boolean;
  demo?: boolean;
}

/** A citizen writes to a mailbox. Nothing of it is public before somebody has confirmed a redacted text. */
export async function sendLetter(db: Db, actor: Actor, input: Sending, now: Now): Promise<Made> {
  authorize(actor, "letter.send");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  return transact(db, async (tx) => {
    const { kind, title, body, via } = input;
    const region = await findRegion(tx, input.region ?? "");
    const mailbox = input.mailbox ? await findMailbox(tx, input.mailbox) : await findMailboxFor(tx, region.lineage);
    const accused = await accusedIn(tx, input);
    refuseAccusedMailbox(mailbox, accused);
    const made = await makeLetter(
      tx,
      actor,
      "send",
      { role: "author" },
      {
        ...accused,
        mailboxId: mailbox.id,
        authorId: actor.id,
        kind,
        via,
        // An accusation is for its handlers alone, also when it later turns out to be a complaint.
        visibility: kind === "accusation" ? "handlers" : input.visibility,
        title,
        body,
        regionId: input.region ? region.id : mailbox.regionId,
        place: input.place ?? "",
        signersOnPaper: input.signersOnPaper ?? 0,
        retentionHold: input.retentionHold ?? false,
        demo: input.demo ?? false,
      },
      now,
    );
    await keepContact(tx, made.letter.id, input);
    await attachImages(tx, actor, made.letter.id, input.images ?? []);
    return made;
  });
}

/** Only an accusation names whom it is about. */
export function accusedIn(
  tx: Tx,
  { kind, accusedOffice = "", accusedLeader = "" }: Pick<Sending, "kind" | "accusedOffice" | "accusedLeader">,
) {
  return kind === "accusation"
    ? findAccused(tx, accusedOffice, accusedLeader)
    : { accusedOfficeId: null, accusedLeaderId: null };
}

/** Pictures that this person has brought and not used yet; anybody else's are passed over. */
export async function attachImages(tx: Tx, person: Person, letterId: number, tokens: string[]): Promise<void> {
  if (tokens.length === 0) return;
  await tx
    .update(images)
    .set({ letterId })
    .where(
      and(
        inArray(images.token, tokens),
        eq(images.personId, person.id),
        isNull(images.letterId),
        isNull(images.postId),
      ),
    );
}
