import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, letters, lightChanges, mailboxes, offices } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Working } from "#domain/calendar/term.ts";

export interface LightsPage {
  changes: LightChange[];
  /** From where to ask on; the same as asked when there is nothing newer. */
  position: number;
  more: boolean;
}

export type LightChange = Awaited<ReturnType<typeof selectChanges>>[number];

const pageLength = 500;

/** The lights feed from a position on, oldest first: what everybody may know of a letter, accusations never. */
export async function readLightsFeed(db: Db, since: number): Promise<LightsPage> {
  const found = await selectChanges(db, gt(lightChanges.id, since), pageLength + 1);
  const changes = found.slice(0, pageLength);
  return { changes, position: changes.at(-1)?.position ?? since, more: found.length > pageLength };
}

/** One change as it is delivered; null when its letter has turned out to be an accusation since. */
export async function readLightChange(db: Db, id: number): Promise<LightChange | null> {
  return (await selectChanges(db, eq(lightChanges.id, id), 1))[0] ?? null;
}

async function selectChanges(db: Db, where: SQL, limit: number) {
  const rows = await db
    .select({
      position: lightChanges.id,
      level: lightChanges.level,
      at: lightChanges.at,
      clock: clocks.what,
      working: clocks.working,
      letter: letters.number,
      mailbox: mailboxes.slug,
      office: offices.slug,
      officeName: offices.name,
    })
    .from(lightChanges)
    .innerJoin(clocks, eq(clocks.id, lightChanges.clockId))
    .innerJoin(letters, eq(letters.id, lightChanges.letterId))
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(offices, eq(offices.id, lightChanges.officeId))
    .where(and(where, lettersFor(nobody, "letter.know")))
    .orderBy(asc(lightChanges.id))
    .limit(limit);
  return rows.map(({ working, at, ...change }) => ({
    ...change,
    at: at.toISOString(),
    dueOn: (working as Working).dueOn,
  }));
}
