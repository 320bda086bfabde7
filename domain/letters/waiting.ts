import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { clocks, extensions, letters, objections } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { standingAs } from "#domain/access/visibility.ts";

/** What a queue can be narrowed to beyond its dates. */
export const waitings = ["decision", "owed"] as const;
type Waiting = (typeof waitings)[number];

const raised = sql`exists (select 1 from ${objections} where ${and(
  eq(objections.letterId, letters.id),
  eq(objections.state, "raised"),
)})`;

const overruled = sql`exists (select 1 from ${objections} where ${and(
  eq(objections.letterId, letters.id),
  eq(objections.state, "overruled"),
)})`;

const asked = sql`exists (select 1 from ${extensions} where ${and(
  eq(extensions.letterId, letters.id),
  eq(extensions.state, "asked"),
)})`;

const owing = sql`exists (select 1 from ${clocks} where ${and(
  eq(clocks.letterId, letters.id),
  inArray(clocks.what, ["respond", "promise"]),
  isNull(clocks.stoppedAt),
)})`;

/** Letters that wait for this person: to decide what was asked, or to say and do what their office owes. */
export function waitingFor(actor: Actor, what: Waiting): SQL {
  const as = (role: Parameters<typeof standingAs>[1]) => standingAs(actor, role);
  if (what === "owed") return and(owing, or(as("lead"), as("lead-operator")))!;
  const secondOnes = sql`(${overruled} and ${letters.kind} <> 'accusation')`;
  const objection = or(and(as("triage"), sql`not ${secondOnes}`), and(as("supervisor"), secondOnes));
  return or(and(raised, objection), and(asked, as("head")))!;
}
