import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { adoptions } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { parseCivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Capacity } from "#domain/events/record.ts";
import { capacityFor } from "#domain/letters/capacity.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { takeStep } from "#domain/letters/take-step.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Decision, decideInput, studyInput } from "./input.ts";
import { obstacleToDeciding, obstacleToStudying } from "./obstacles.ts";
import { type Paper, sealedWords } from "./paper.ts";

/** The step by which each decision is taken. */
const stepOf = { adopted: "adopt", partly: "adoptPartly", declined: "notAdopt" } as const satisfies Record<
  Decision,
  string
>;

/** 研究: the lead office or the leader written to looks into a suggestion, and says how. Once, and before it is decided. */
export async function studySuggestion(
  db: Db,
  actor: Actor,
  { letterId, words }: z.output<typeof studyInput>,
  now: Now,
): Promise<Letter> {
  return become(db, actor, { letterId, step: "study", words, refuse: obstacleToStudying }, now, {
    outcome: "studied",
    studiedAt: now.at,
  });
}

/**
 * 采纳, 部分采纳, 未采纳: decided once, in words. What is adopted names the meeting or document that did it, with its date, so
 * that anybody can look it up; name and number are sealed with the words.
 */
export async function decideSuggestion(
  db: Db,
  actor: Actor,
  { letterId, outcome, words, ...paper }: z.output<typeof decideInput>,
  now: Now,
): Promise<Letter> {
  const adopted = outcome === "declined" ? null : paperOf(paper);
  if (adopted && adopted.on > now.today) throw new Refusal("suggestions.documentAhead");
  return become(
    db,
    actor,
    {
      letterId,
      step: stepOf[outcome],
      words: sealedWords(words, adopted),
      refuse: obstacleToDeciding,
    },
    now,
    {
      outcome,
      decidedAt: now.at,
      document: adopted?.name ?? null,
      documentNumber: adopted?.number ?? null,
      documentOn: adopted?.on ?? null,
      link: adopted?.link ?? null,
    },
  );
}

type Written = Pick<z.output<typeof decideInput>, "document" | "documentNumber" | "documentOn" | "link">;

const paperOf = ({ document, documentNumber, documentOn, link }: Written): Paper => ({
  name: document,
  number: documentNumber || null,
  on: parseCivilDate(documentOn),
  link: link || null,
});

interface Becoming {
  letterId: number;
  step: "study" | (typeof stepOf)[Decision];
  words: string;
  refuse: typeof obstacleToStudying;
}

type Row = typeof adoptions.$inferInsert;

async function become(
  db: Db,
  actor: Actor,
  { letterId, step, words, refuse }: Becoming,
  now: Now,
  change: Pick<Row, "outcome"> & Partial<Row>,
): Promise<Letter> {
  return transact(db, async (tx) => {
    let as: Capacity | undefined;
    const { letter, eventId } = await takeStep(tx, actor, letterId, step, now, async (_, before) => {
      const no = refuse(before.kind, await outcomeOf(tx, letterId));
      if (no) throw new Refusal(no);
      as = capacityFor(actor, before, step);
      return { words, topics: ["suggestions"] };
    });
    const row = {
      ...change,
      officeId: as!.officeId!,
      leaderId: as!.leaderId ?? null,
      changedAt: now.at,
      approx: now.approx ?? false,
      eventId,
    };
    await tx
      .insert(adoptions)
      .values({ letterId, ...row })
      .onConflictDoUpdate({ target: adoptions.letterId, set: row });
    return letter;
  });
}

async function outcomeOf(tx: Tx, letterId: number) {
  const [row] = await tx.select({ outcome: adoptions.outcome }).from(adoptions).where(eq(adoptions.letterId, letterId));
  return row?.outcome ?? null;
}
