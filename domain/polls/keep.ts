import { eq } from "drizzle-orm";
import type { z } from "zod";
import { type PollMode, polls } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { fewestOptions, longestOption, mostOptions, type pollFields } from "./input.ts";

type Fields = z.output<typeof pollFields>;

/** Keeps what is to be voted on with the draft, as far as it has come. */
export async function keepPoll(tx: Tx, postId: number, fields: Fields | undefined): Promise<void> {
  if (!fields) throw new Refusal("polls.nothingToVoteOn", { minimum: fewestOptions });
  const options = optionsOf(fields.options);
  const row = {
    mode: fields.mode,
    options,
    most: mostOf(fields.mode, options.length, fields.most),
    closesAt: fields.closesAt ?? null,
  };
  await tx
    .insert(polls)
    .values({ postId, ...row })
    .onConflictDoUpdate({ target: polls.postId, set: row });
}

function optionsOf(typed: string[]): string[] {
  const options = typed.map(plainText).filter((option) => option !== "");
  if (options.length > mostOptions) throw new Refusal("polls.tooManyOptions", { maximum: mostOptions });
  if (options.some((option) => lengthOf(option) > longestOption))
    throw new Refusal("polls.optionTooLong", { maximum: longestOption });
  if (new Set(options).size < options.length) throw new Refusal("polls.optionTwice");
  return options;
}

function mostOf(mode: PollMode, options: number, given: number | undefined): number {
  if (mode === "single") return 1;
  if (mode === "ranked") return options;
  const most = given ?? options;
  if (most > options && options >= fewestOptions) throw new Refusal("polls.mostBeyondOptions", { options });
  return most;
}

/** A poll that goes out has something to choose between, and ends at a time to come: nobody votes into the open. */
export async function checkPoll(tx: Tx, postId: number, at: Date): Promise<void> {
  const [poll] = await tx.select().from(polls).where(eq(polls.postId, postId));
  if (!poll || poll.options.length < fewestOptions)
    throw new Refusal("polls.nothingToVoteOn", { minimum: fewestOptions });
  if (!poll.closesAt) throw new Refusal("polls.noEnd");
  if (poll.closesAt <= at) throw new Refusal("polls.endIsPast");
}
