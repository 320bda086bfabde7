import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  clocks,
  letters,
  type OrderChannel,
  type OrderLevel,
  type OrderState,
  offices,
  orders,
} from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { regionsHeld } from "#domain/access/holds.ts";
import { authorize } from "#domain/access/policy.ts";
import { lettersFor, standingAs } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { type Clock, type ClockLight, clocksOf, lightOfClock } from "#domain/letters/times.ts";
import type { OrderFilter, OrderShow } from "./input.ts";
import { inForce } from "./issue-order.ts";
import { byOffice, ends, toOffice } from "./order-offices.ts";

export interface OrderRow {
  id: number;
  level: OrderLevel;
  channel: OrderChannel | null;
  state: OrderState;
  letter: { number: string; title: string; demo: boolean };
  by: Place;
  to: Place;
  issuedAt: Date;
  light: ClockLight | null;
}

export interface OrderPage {
  rows: OrderRow[];
  next: number | null;
}

const pageLength = 30;

/** The clock of the order itself; an order that asks nothing has none. */
const ownClock = and(eq(clocks.letterId, orders.letterId), eq(clocks.what, "order"), eq(clocks.aboutId, orders.id))!;

const awaited = and(eq(orders.state, "issued"), isNotNull(clocks.id), isNull(clocks.stoppedAt))!;

/** Whose dates press comes first in what is awaited, else the newest; each with its letter, if they may read that. */
export async function listOrders(
  db: Db,
  actor: Actor,
  filter: OrderFilter,
  now: Now,
  length = pageLength,
): Promise<OrderPage> {
  authorize(actor, "orders.read");
  const show = filter.show ?? "open";
  const byDate = show === "awaiting" || show === "overdue";
  const found = await db
    .select({
      id: orders.id,
      letterId: orders.letterId,
      level: orders.level,
      channel: orders.channel,
      state: orders.state,
      issuedAt: orders.issuedAt,
      letter: { number: letters.number, title: letters.title, demo: letters.demo },
      ...ends,
    })
    .from(orders)
    .innerJoin(letters, eq(letters.id, orders.letterId))
    .innerJoin(byOffice, eq(byOffice.id, orders.byOfficeId))
    .innerJoin(toOffice, eq(toOffice.id, orders.toOfficeId))
    .leftJoin(clocks, ownClock)
    .where(
      and(concerning(actor), ...conditions(filter, show, now), filter.after ? beyond(filter.after, byDate) : undefined),
    )
    .orderBy(...(byDate ? [asc(clocks.dueAt), asc(orders.id)] : [desc(orders.id)]))
    .limit(length + 1);
  const rows = found.slice(0, length);
  const times = await clocksOf(
    db,
    rows.map(({ letterId }) => letterId),
  );
  return {
    rows: rows.map(({ letterId, ...row }) => ({ ...row, light: lightOf(times.get(letterId), row.id, now) })),
    next: found.length > length ? rows.at(-1)!.id : null,
  };
}

function lightOf(times: Clock[] | undefined, orderId: number, now: Now): ClockLight | null {
  const clock = times?.find(({ what, aboutId }) => what === "order" && aboutId === orderId);
  return clock ? lightOfClock(clock, now) : null;
}

/** Orders on letters that they oversee, lead or were asked about; nothing of an accusation. */
export function concerning(actor: Actor): SQL {
  const grants = isPerson(actor) ? actor.grants : [];
  const own = grants.flatMap(({ role, officeId }) =>
    (role === "operator" || role === "handler") && officeId !== null ? [officeId] : [],
  );
  const triaging = regionsHeld(actor, "triage");
  const asked = [
    own.length > 0 ? inArray(orders.toOfficeId, own) : undefined,
    triaging.length > 0
      ? sql`${orders.toOfficeId} in (select ${offices.id} from ${offices} where ${offices.triages} and ${inArray(offices.regionId, triaging)})`
      : undefined,
  ];
  return and(
    ne(letters.kind, "accusation"),
    lettersFor(actor, "letter.read-internal"),
    or(...(["supervisor", "lead", "lead-operator"] as const).map((role) => standingAs(actor, role)), ...asked),
  )!;
}

const shows: Record<OrderShow, (at: SQL) => SQL> = {
  open: () => inArray(orders.state, inForce),
  awaiting: () => awaited,
  overdue: (at) => and(awaited, lte(clocks.dueAt, at))!,
  responded: () => eq(orders.state, "responded"),
  ended: () => inArray(orders.state, ["lifted", "escalated"]),
};

function conditions({ level, channel, office }: OrderFilter, show: OrderShow, now: Now): (SQL | undefined)[] {
  return [
    shows[show](sql`${now.at.toISOString()}::timestamptz`),
    level && eq(orders.level, level),
    channel === "automatic" ? isNull(orders.channel) : channel && eq(orders.channel, channel),
    office ? eq(toOffice.slug, office) : undefined,
  ];
}

/** What comes after this order in the list; the database looks up where it stands. */
function beyond(after: number, byDate: boolean): SQL {
  if (!byDate) return sql`${orders.id} < ${after}`;
  return sql`(${clocks.dueAt}, ${orders.id}) > (select c.due_at, o.id from ${orders} o
    join ${clocks} c on c.letter_id = o.letter_id and c.what = 'order' and c.about_id = o.id where o.id = ${after})`;
}

/** How many orders stand on each step of the ladder now; each number opens its list. */
export async function countLadder(db: Db, actor: Actor): Promise<Record<OrderLevel, number>> {
  authorize(actor, "lights.read");
  const rows = await db
    .select({ level: orders.level, n: sql<number>`count(*)::int` })
    .from(orders)
    .innerJoin(letters, eq(letters.id, orders.letterId))
    .where(and(concerning(actor), inArray(orders.state, inForce)))
    .groupBy(orders.level);
  const none = { remind: 0, urge: 0, order: 0, talk: 0, bulletin: 0, list: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ level, n }) => [level, n])) };
}
