import type { Tx } from "#db/transact.ts";
import { Refusal } from "#domain/refusal.ts";
import { readKnown } from "./contact.ts";
import type { Letter } from "./letter.ts";
import { certainIn } from "./redaction.ts";

export interface Confirmed {
  publicTitle: string;
  publicBody: string;
}

/** What is sealed of it, so that anybody can see that the text on the page is the text that was confirmed. */
export const sealedText = ({ publicTitle, publicBody }: Confirmed): string =>
  JSON.stringify({ title: publicTitle, body: publicBody });

/**
 * The title and text that a person has confirmed for everybody. Numbers proved by their checksum and the writer's own name
 * and telephone do not get through, whoever confirmed them.
 */
export async function confirmedText(tx: Tx, letter: Letter, text: Partial<Confirmed>): Promise<Confirmed> {
  const publicTitle = text.publicTitle?.trim();
  const publicBody = text.publicBody?.trim();
  if (!publicTitle || !publicBody) throw new Refusal("letters.publicTextMissing");
  const [found] = certainIn(`${publicTitle}\n${publicBody}`, await readKnown(tx, letter));
  if (found) throw new Refusal("letters.personalText", { kind: found });
  return { publicTitle, publicBody };
}
