import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { addresses } from "#app/_edge/language.ts";
import { actorAt } from "#app/_edge/letter-pass.ts";
import { now } from "#app/_edge/now.ts";
import { AuthorView } from "#app/(desk)/letters/[no]/act/author-view.tsx";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { readLetterFor } from "#domain/letters/read-letter-for.ts";
import { markRead } from "#domain/notices/mark-read.ts";

export async function generateMetadata({ params }: PageProps<"/letters/[no]/act">): Promise<Metadata> {
  return { title: `№${(await params).no}`, robots: { index: false } };
}

/** The letter for whoever it concerns: its writer here, those who handle it at their desk, anybody else not at all. */
export default async function ActPage({ params, searchParams }: PageProps<"/letters/[no]/act">) {
  const { no } = await params;
  const at = await addresses();
  const actor = await actorAt(no);
  const letter = await readLetterFor(db, actor, no, await now());
  if (!isPerson(actor)) redirect(`${at("/look-up")}?${new URLSearchParams({ number: no })}`);
  if (!letter) notFound();
  const isAsked = letter.steps.some(({ step }) => step === "consent");
  if (!letter.isAuthor && !isAsked) redirect(at(`/desk/letters/${no}`));
  await markRead(db, actor, letter.id, await now());
  const { done } = await searchParams;
  return <AuthorView letter={letter} done={typeof done === "string" ? done : null} />;
}
