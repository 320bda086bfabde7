import { db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { YearList } from "#domain/calendar/import-input.ts";
import { readDraft } from "#domain/drafts.ts";

/** The list waits here between looking at it and confirming it. */
export const listForm = "calendar";

export async function readListDraft(actor: Actor): Promise<YearList | null> {
  const draft = await readDraft(db, actor, listForm);
  if (!draft) return null;
  const { year = "", notice = "", noticeUrl = "", days = "" } = draft.fields;
  return { year: Number(year), notice, noticeUrl, days };
}
