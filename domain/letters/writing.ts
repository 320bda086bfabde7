import { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { dropDraft, keepDraft, readDraft } from "#domain/drafts.ts";
import { seal, unseal } from "#domain/people/seal.ts";
import { type WritingStep, whatInput, whereInput, whoInput, writingForm, writingSteps } from "./writing-input.ts";

const text = z.string().max(6000).default("");

/** What an unfinished letter may hold: half a step is kept as well as a whole one. */
const shape = {
  kind: text,
  title: text,
  body: text,
  images: text,
  comment: text,
  county: text,
  township: text,
  place: text,
  to: text,
  other: text,
  visibility: text,
  consent: text,
  name: text,
  phone: text,
  accused: text,
};

export type WritingFields = { [Field in keyof typeof shape]: string };

/** A sheet on which nothing stands yet. */
export const emptyWriting = z.object(shape).parse({}) as WritingFields;

export interface Writing {
  /** Names this one letter: however often it is sent, it arrives once. */
  key: string;
  fields: WritingFields;
  at: Date;
}

/** Who the writer is stays unreadable in a copy of the database, in a draft too. */
const secret = ["name", "phone"] as const;

/** Keeps the fields that were sent, whatever else came with them; the first time the letter gets its key. */
export async function keepWriting(db: Db, actor: Actor, typed: Record<string, string>, now: Now): Promise<void> {
  const fields: Record<string, string> = {};
  for (const name of Object.keys(shape) as (keyof WritingFields)[]) {
    if (typed[name] === undefined) continue;
    const words = shape[name].parse(typed[name]);
    fields[name] = words && (secret as readonly string[]).includes(name) ? seal(words) : words;
  }
  const before = await readDraft(db, actor, writingForm);
  await keepDraft(db, actor, writingForm, { ...(!before && { key: crypto.randomUUID() }), ...fields }, now);
}

/** The letter a person has begun and not sent. */
export async function readWriting(db: Db, actor: Actor): Promise<Writing | null> {
  const draft = await readDraft(db, actor, writingForm);
  return draft ? writingOf(draft) : null;
}

export function writingOf({ fields, at }: { fields: Record<string, string>; at: Date }): Writing {
  const { key = "", ...kept } = fields;
  for (const name of secret) if (kept[name]) kept[name] = unseal(kept[name]);
  return { key, fields: z.object(shape).parse(kept), at };
}

export function dropWriting(db: Db, actor: Actor): Promise<void> {
  return dropDraft(db, actor, writingForm);
}

const inputs = { what: whatInput, where: whereInput, who: whoInput };

/** The first step that is not filled in well; null when the letter can be sent. */
export function unfinishedStep(writing: Writing | null): WritingStep | null {
  if (!writing) return "what";
  return writingSteps.find((step) => !inputs[step].safeParse(given(writing.fields)).success) ?? null;
}

/** What was never filled in is missing, not empty. */
const given = (fields: WritingFields) => Object.fromEntries(Object.entries(fields).filter(([, words]) => words !== ""));
