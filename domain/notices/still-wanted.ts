import type { NoticeChannel } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { readPerson } from "#domain/access/actor.ts";
import { type Content, readContents } from "./contents.ts";
import type { Reach } from "./reach.ts";

/**
 * Of these notices what its reader may read now and wants this way still: between telling and sending somebody may hide it,
 * and its reader may have said no.
 */
export async function stillWanted(
  tx: Tx,
  personId: number,
  channel: NoticeChannel,
  { paces }: Pick<Reach, "paces">,
  noticeIds: readonly number[],
): Promise<Content[]> {
  const person = await readPerson(tx, personId);
  const contents = person ? await readContents(tx, person, noticeIds) : [];
  return contents.filter(({ kind }) => paces[kind][channel] !== "never");
}
