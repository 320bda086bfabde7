import { and, asc, eq, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type LetterState, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefs } from "./brief.ts";
import { isOpen } from "./step-states.ts";
import { readTimeline, type TimelineEntry } from "./timeline.ts";

/** The letter that speaks for another one, with its record as everybody may read it. */
export interface HostLetter {
  brief: LetterBrief;
  timeline: TimelineEntry[];
  /** It still does; after the answer each is on its own. */
  speaks: boolean;
}

/** A letter that another one speaks for. */
export interface GuestLetter {
  number: string;
  title: string;
  state: LetterState;
  urges: number;
}

export async function readHost(
  db: Db,
  { mergedInto, state }: { mergedInto: number | null; state: LetterState },
  now: Now,
): Promise<HostLetter | null> {
  if (mergedInto === null) return null;
  const [brief] = await readBriefs(db, eq(letters.id, mergedInto), [asc(letters.id)], 1, now);
  if (!brief) return null;
  const speaks = isOpen(state);
  return { brief, speaks, timeline: brief.open && speaks ? await readTimeline(db, mergedInto, "everybody") : [] };
}

/** A page shows the first of them; more were never merged into one. */
const most = 50;

/** The letters a letter speaks for, the oldest first: public ones; to those who handle it all, with titles as written. */
export async function readGuests(db: Db, hostId: number, reader: "everybody" | "handlers"): Promise<GuestLetter[]> {
  const rows = await db
    .select({
      number: letters.number,
      state: letters.state,
      urges: letters.urges,
      kind: letters.kind,
      title: letters.title,
      publicTitle: letters.publicTitle,
      publishedAt: letters.publishedAt,
      hiddenAt: letters.hiddenAt,
    })
    .from(letters)
    .where(and(eq(letters.mergedInto, hostId), ne(letters.kind, "accusation")))
    .orderBy(asc(letters.id))
    .limit(most);
  return rows.flatMap(({ number, state, urges, title, publicTitle, ...facts }) => {
    if (reader === "handlers") return [{ number, state, urges, title }];
    return can(nobody, "letter.read", facts) ? [{ number, state, urges, title: publicTitle! }] : [];
  });
}
