import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, type OrderChannel, type OrderLevel, type OrderState, orders } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Letter } from "#domain/letters/letter.ts";
import type { Place, Reader } from "#domain/letters/timeline.ts";
import { type Clock, type ClockLight, lightOfClock } from "#domain/letters/times.ts";
import { byOffice, ends, toOffice } from "./order-offices.ts";

export interface LetterOrder {
  id: number;
  level: OrderLevel;
  /** Null: issued by the timetable. */
  channel: OrderChannel | null;
  state: OrderState;
  by: Place;
  to: Place;
  issuedAt: Date;
  approx: boolean;
  /** What was asked; null where the timetable asked, or where the words are not this reader's. */
  words: string | null;
  answer: Said | null;
  /** By being lifted, in words or without, or by going on in the next order. */
  ended: (Said & { goesOn: boolean }) | null;
  /** Null: no answer is asked. */
  light: ClockLight | null;
}

interface Said {
  words: string | null;
  at: Date;
}

/**
 * The orders of a letter as they were issued. They are public acts: whoever may read the letter reads them; what was said
 * before it was published stays with those who handle it.
 */
export async function readOrders(
  db: Db,
  letterId: number,
  reader: Reader,
  times: Clock[],
  now: Now,
): Promise<LetterOrder[]> {
  const rows = await db
    .select({ order: orders, ...ends })
    .from(orders)
    .innerJoin(byOffice, eq(byOffice.id, orders.byOfficeId))
    .innerJoin(toOffice, eq(toOffice.id, orders.toOfficeId))
    .where(eq(orders.letterId, letterId))
    .orderBy(asc(orders.id));
  const said = await readSaid(
    db,
    rows.flatMap(({ order }) => [order.issuedEventId, order.respondedEventId, order.endedEventId]),
    reader,
  );
  return rows.map(({ order, by, to }) => {
    const { id, level, channel, state, issuedAt, issuedEventId, respondedAt, respondedEventId } = order;
    const clock = times.find(({ what, aboutId }) => what === "order" && aboutId === id);
    const issued = said.get(issuedEventId ?? 0);
    const lifted = said.get(order.endedEventId ?? 0);
    return {
      ...{ id, level, channel, state, by, to, issuedAt },
      approx: issued?.approx ?? false,
      words: issued?.words ?? null,
      answer: respondedAt && { at: respondedAt, words: said.get(respondedEventId ?? 0)?.words ?? null },
      ended: order.endedAt && {
        at: order.endedAt,
        words: lifted?.what === "letter.lift" ? lifted.words : null,
        goesOn: lifted?.what === "letter.order",
      },
      light: clock ? lightOfClock(clock, now) : null,
    };
  });
}

/** What was said at these events, as far as this reader may read it. */
async function readSaid(db: Db, ids: (number | null)[], reader: Reader) {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map<number, { what: string; approx: boolean; words: string | null }>();
  const rows = await db
    .select({
      id: events.id,
      what: events.what,
      approx: events.approx,
      public: events.public,
      text: eventWords.text,
      hiddenAt: eventWords.hiddenAt,
    })
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(inArray(events.id, known));
  const readable = (row: (typeof rows)[number]) => reader !== "everybody" || (row.public && row.hiddenAt === null);
  return new Map(
    rows.map((row) => [row.id, { what: row.what, approx: row.approx, words: readable(row) ? row.text : null }]),
  );
}

/** Which of a letter's orders this person may end or answer now. */
export async function readOwnOrders(
  db: Db,
  actor: Actor,
  letter: Letter,
  times: Clock[],
): Promise<{ endable: number[]; answerable: number[] }> {
  if (!isPerson(actor) || letter.kind === "accusation") return { endable: [], answerable: [] };
  const rows = await db.select().from(orders).where(eq(orders.letterId, letter.id)).orderBy(asc(orders.id));
  const running = times.filter(({ what, stoppedAt }) => what === "order" && !stoppedAt).map(({ aboutId }) => aboutId);
  const open = rows.filter(({ state }) => state === "issued" || state === "responded");
  return {
    endable: open.filter((order) => can(actor, "order.end", order)).map(({ id }) => id),
    answerable: open
      .filter((order) => running.includes(order.id) && can(actor, "order.respond", { order, letter }))
      .map(({ id }) => id),
  };
}
