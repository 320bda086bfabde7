import { redirect } from "next/navigation";
import { addresses } from "#app/_edge/language.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { type WriteStep, writeAddress, writeSteps } from "#components/letters/write-addresses.ts";
import { db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { readWriting, unfinishedStep, type Writing } from "#domain/letters/writing.ts";

/** A later step needs those before it: whoever comes too early is led to the first that is not filled in. */
export async function requireWriting(step: WriteStep): Promise<{ person: Person; writing: Writing }> {
  const person = await requireSignedIn(writeAddress[step]);
  const writing = await readWriting(db, person);
  const unfinished = unfinishedStep(writing);
  const early = unfinished !== null && writeSteps.indexOf(unfinished) < writeSteps.indexOf(step);
  if (!writing || early) redirect((await addresses())(writeAddress[unfinished ?? "what"]));
  return { person, writing };
}
