import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { confirmedText, sealedText } from "./confirmed-text.ts";
import { findAccused, findRegion } from "./find-mailbox.ts";
import type { acceptInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

type Accepting = Pick<z.output<typeof acceptInput>, "letterId" | "kind" | "termClass"> &
  Partial<z.output<typeof acceptInput>>;

/**
 * Triage or operator takes the letter on, within 15 days (arts. 22-23): confirms its kind, its term, its place and, where
 * the writer agreed to that, the redacted text that is published by this very step.
 */
export async function acceptLetter(db: Db, actor: Actor, input: Accepting, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "accept", now, async (tx, before) => {
    const kind = input.kind;
    const isPrivate = kind === "accusation" || before.visibility === "handlers";
    const confirmed = isPrivate ? null : await confirmedText(tx, before, input);
    return {
      words: confirmed ? sealedText(confirmed) : undefined,
      counts: { kind, term: input.termClass },
      change: {
        kind,
        termClass: input.termClass,
        acceptedAt: now.at,
        ...(input.region && { regionId: (await findRegion(tx, input.region)).id }),
        ...(input.place && { place: input.place }),
        ...(await accusedBy(tx, before, input)),
        ...(kind === "accusation" && { visibility: "handlers" as const }),
        ...(confirmed && { ...confirmed, publishedAt: now.at }),
      },
    };
  });
  return letter;
}

/** Whom an accusation is about may be found out only in reading it; in any other kind nobody is accused. */
async function accusedBy(tx: Tx, letter: Letter, { kind, accusedOffice = "", accusedLeader = "" }: Accepting) {
  if (kind !== "accusation") return { accusedOfficeId: null, accusedLeaderId: null };
  if (!accusedOffice && !accusedLeader) {
    return { accusedOfficeId: letter.accusedOfficeId, accusedLeaderId: letter.accusedLeaderId };
  }
  return findAccused(tx, accusedOffice, accusedLeader);
}
