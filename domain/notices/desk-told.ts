import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Grade, objections, orders } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { holdsAt } from "#domain/access/holds.ts";
import { can } from "#domain/access/policy.ts";
import { standsAs } from "#domain/access/to-letters.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { deciderOf } from "#domain/letters/object-letter.ts";
import { isBad } from "#domain/letters/respond-rating.ts";
import type { StepRole } from "#domain/letters/step-row.ts";
import type { Step } from "#domain/letters/steps.ts";

/** What is told to a desk besides the letter: the order or the objections that the step is about. */
export interface Beside {
  letter: Letter;
  event: StampedEvent;
  order: typeof orders.$inferSelect | null;
  objections: (typeof objections.$inferSelect)[];
}

type Whom = (person: Person, beside: Beside) => boolean;

interface Row {
  whom: Whom;
  /** It waits for whoever is told. */
  asks?: true;
  /** Only then is it told at all. */
  when?: (beside: Beside) => boolean;
}

const standing =
  (...roles: StepRole[]): Whom =>
  (person, { letter }) =>
    roles.some((role) => standsAs(person, role, letter));

/** Whoever could take the step that comes next. */
const able =
  (step: Step): Whom =>
  (person, { letter }) =>
    can(person, "letter.step", { letter, step });

const leading = standing("lead", "lead-operator");

/** Before a letter is assigned, whoever receives it. */
const having: Whom = (person, beside) =>
  beside.letter.leadOfficeId === null ? standing("operator", "triage")(person, beside) : leading(person, beside);

const deciding: Whom = (person, { letter, objections: past }) => standsAs(person, deciderOf(letter, past), letter);

const ordered: Whom = (person, { letter, order }) => order !== null && can(person, "order.respond", { order, letter });

const ordering: Whom = (person, { letter, order }) =>
  order !== null && standsAs(person, "supervisor", letter) && holdsAt(person, "supervisor", order.byOfficeId);

/** Read a row as: "extend is told to whoever may grant it, and waits for them". Everything else stands in the timeline. */
const deskTold = {
  assign: { whom: standing("lead", "assisting", "lead-operator"), asks: true },
  supply: { whom: having, asks: true },
  instruct: { whom: having, asks: true },
  object: { whom: deciding, asks: true },
  overrule: { whom: leading },
  extend: { whom: able("grant"), asks: true },
  grant: { whom: leading },
  deny: { whom: leading },
  review: { whom: able("maintain"), asks: true },
  recheck: { whom: able("maintain"), asks: true },
  maintain: { whom: leading },
  amend: { whom: leading, asks: true },
  order: { whom: ordered, asks: true },
  respond: { whom: ordering },
  lift: { whom: ordered },
  urge: { whom: having, asks: true },
  reopen: { whom: leading, asks: true },
  rate: { whom: leading, asks: true, when: ({ event }) => isBad(verdictOf(event)) },
  rateLate: { whom: leading, asks: true, when: ({ event }) => isBad(verdictOf(event)) },
  break: { whom: leading },
} as const satisfies Partial<Record<Step, Row>>;

const verdictOf = ({ counts }: StampedEvent) => counts as unknown as { attitude: Grade; speed: Grade };

export function deskRow(what: string): Row | null {
  const step = what.replace("letter.", "");
  return what.startsWith("letter.") && Object.hasOwn(deskTold, step) ? (deskTold as Record<string, Row>)[step]! : null;
}

/** What the rows above look at. */
export async function lookBeside(db: Db, letter: Letter, event: StampedEvent): Promise<Beside> {
  const { order } = event.counts;
  const [found] = typeof order === "number" ? await db.select().from(orders).where(eq(orders.id, order)) : [];
  const past = await db.select().from(objections).where(eq(objections.letterId, letter.id));
  return { letter, event, order: found ?? null, objections: past };
}
