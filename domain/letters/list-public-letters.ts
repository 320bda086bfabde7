import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { letterState, letters, mailboxes, offices, regions } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefs } from "./brief.ts";
import { letterKinds } from "./input.ts";
import { lettersLit } from "./lamps.ts";
import { runningLamps } from "./running-lamps.ts";

const slug = z.string().max(80);

/** What stands in the address of the list. What nobody offered filters nothing. */
export const publicFilter = z.object({
  state: z.enum(letterState.enumValues).optional().catch(undefined),
  lamp: z.enum(runningLamps).optional().catch(undefined),
  kind: z.enum(letterKinds).exclude(["accusation"]).optional().catch(undefined),
  /** Slug of the lead office. */
  office: slug.optional().catch(undefined),
  /** Slug of the region concerned, with all below it. */
  region: slug.optional().catch(undefined),
  mailbox: slug.optional().catch(undefined),
  /** The number of the last letter on the page before. */
  after: slug.optional().catch(undefined),
});

export type PublicFilter = z.output<typeof publicFilter>;

export interface LetterPage {
  letters: LetterBrief[];
  /** For `after` of the next page; null on the last. */
  next: string | null;
}

const pageLength = 20;

/** All letters that everybody knows of, the newest first; of those not public only number, mailbox, state and lamp. */
export async function listPublicLetters(db: Db, filter: PublicFilter, now: Now): Promise<LetterPage> {
  const found = await readBriefs(db, whereOf(filter, now), [desc(letters.id)], pageLength + 1, now);
  const page = found.slice(0, pageLength);
  return { letters: page, next: found.length > pageLength ? page.at(-1)!.number : null };
}

function whereOf({ state, lamp, kind, office, region, mailbox, after }: PublicFilter, now: Now): SQL {
  // What kind of letter it is, who leads and where it happened is told of public letters only.
  const asksMore = kind !== undefined || Boolean(office) || Boolean(region);
  const conditions: (SQL | undefined)[] = [
    state ? eq(letters.state, state) : undefined,
    lamp ? lettersLit(lamp, now) : undefined,
    asksMore ? lettersFor(nobody, "letter.read") : undefined,
    kind ? eq(letters.kind, kind) : undefined,
    office ? sql`${letters.leadOfficeId} = (select o.id from ${offices} o where o.slug = ${office})` : undefined,
    region
      ? sql`${letters.regionId} in (select r.id from ${regions} r
          where (select named.id from ${regions} named where named.slug = ${region}) = any(r.lineage))`
      : undefined,
    mailbox ? eq(mailboxes.slug, mailbox) : undefined,
    after ? sql`${letters.id} < (select l.id from ${letters} l where l.number = ${after})` : undefined,
  ];
  return and(sql`true`, ...conditions)!;
}
