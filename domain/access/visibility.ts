import { and, eq, inArray, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import {
  comments,
  ledCases,
  letterOffices,
  letters,
  mailboxes,
  offices,
  owedAnswers,
  posts,
  type RoleName,
  regions,
} from "#db/schema/index.ts";
import type { StepRole } from "#domain/letters/step-row.ts";
import { rowOf, type Step } from "#domain/letters/steps.ts";
import { type Actor, type Grant, isPerson } from "./actor.ts";
import { handlers } from "./to-letters.ts";

/**
 * The same answers as `to-letters.ts`, as conditions on `letters` for lists. Each function stands for the rule of the same
 * name there; a test compares the two row by row.
 */

const never = sql`false`;

const grantsOf = (actor: Actor): Grant[] => (isPerson(actor) ? actor.grants : []);

/** The ids, of the given kind, in which the actor holds the role. */
function held(actor: Actor, role: RoleName, scope: "officeId" | "regionId" | "leaderId"): number[] {
  return grantsOf(actor).flatMap((grant) => (grant.role === role && grant[scope] !== null ? [grant[scope]] : []));
}

const oneOf = (column: Parameters<typeof inArray>[0], ids: number[]): SQL =>
  ids.length > 0 ? inArray(column, ids) : never;

/** Letters to mailboxes of these offices. */
const inMailboxesOf = (officeIds: number[]): SQL =>
  officeIds.length === 0
    ? never
    : sql`${letters.mailboxId} in (select ${mailboxes.id} from ${mailboxes} where ${inArray(mailboxes.officeId, officeIds)})`;

/** Letters to mailboxes in these regions or below them; `above` leaves out the regions themselves. */
function inMailboxesUnder(regionIds: number[], above = false): SQL {
  if (regionIds.length === 0) return never;
  const lineage = above ? sql`trim_array(${regions.lineage}, 1)` : sql`${regions.lineage}`;
  return sql`${letters.mailboxId} in (select ${mailboxes.id} from ${mailboxes}
    join ${offices} on ${offices.id} = ${mailboxes.officeId} join ${regions} on ${regions.id} = ${offices.regionId}
    where ${lineage} && ${sql.param(regionIds)}::bigint[])`;
}

const toPositions = (leaderIds: number[]): SQL =>
  leaderIds.length === 0
    ? never
    : sql`${letters.mailboxId} in (select ${mailboxes.id} from ${mailboxes} where ${inArray(mailboxes.leaderId, leaderIds)})`;

const assistedBy = (officeIds: number[]): SQL =>
  officeIds.length === 0
    ? never
    : sql`(${letters.id} in (${having(officeIds)} and ${eq(letterOffices.part, "assisting")})
        or ${letters.mergedInto} in (${having(officeIds)}))`;

const having = (officeIds: number[]): SQL =>
  sql`select ${letterOffices.letterId} from ${letterOffices}
    where ${inArray(letterOffices.officeId, officeIds)} and ${isNull(letterOffices.untilAt)}`;

const ledBy = (leaderIds: number[]): SQL =>
  leaderIds.length === 0
    ? never
    : sql`${letters.id} in (select ${ledCases.letterId} from ${ledCases} where ${and(
        inArray(ledCases.leaderId, leaderIds),
        isNull(ledCases.untilAt),
      )})`;

const fromCommentsUnder = (regionIds: number[]): SQL =>
  regionIds.length === 0
    ? never
    : sql`(${letters.postId} is not null and exists (select 1 from ${posts}
    join ${offices} on ${offices.id} = ${posts.officeId} join ${regions} on ${regions.id} = ${offices.regionId}
    where ${posts.id} = ${letters.postId} and ${regions.lineage} && ${sql.param(regionIds)}::bigint[]))`;

const isAccusation = eq(letters.kind, "accusation");
const notAccusation = ne(letters.kind, "accusation");

const isAuthor = (actor: Actor): SQL => (isPerson(actor) ? eq(letters.authorId, actor.id) : never);

/** A null on either side accuses nobody: `coalesce` keeps "unknown" from spreading through `not`. */
export function isKeptOut(actor: Actor): SQL {
  const accused = [
    oneOf(
      letters.accusedOfficeId,
      grantsOf(actor).flatMap(({ officeId }) => officeId ?? []),
    ),
    oneOf(
      letters.accusedLeaderId,
      grantsOf(actor).flatMap(({ leaderId }) => leaderId ?? []),
    ),
    accusedTriageOf(held(actor, "triage", "regionId")),
  ];
  return sql`coalesce(${isAuthor(actor)}, false) or ${or(...accused.map((one) => sql`coalesce(${one}, false)`))}`;
}

const accusedTriageOf = (regionIds: number[]): SQL =>
  regionIds.length === 0
    ? never
    : sql`${letters.accusedOfficeId} in (select ${offices.id} from ${offices}
    where ${offices.triages} and ${inArray(offices.regionId, regionIds)})`;

const stands: Record<StepRole, (actor: Actor) => SQL> = {
  author: isAuthor,
  commenter: (actor) =>
    isPerson(actor)
      ? sql`${letters.commentId} in (select ${comments.id} from ${comments} where ${comments.authorId} = ${actor.id})`
      : never,
  moderator: (actor) => fromCommentsUnder(held(actor, "moderator", "regionId")),
  triage: (actor) => inMailboxesUnder(held(actor, "triage", "regionId")),
  operator: (actor) => inMailboxesOf(held(actor, "operator", "officeId")),
  lead: (actor) => oneOf(letters.leadOfficeId, held(actor, "handler", "officeId")),
  assisting: (actor) => assistedBy(held(actor, "handler", "officeId")),
  "lead-operator": (actor) => oneOf(letters.leadOfficeId, held(actor, "operator", "officeId")),
  addressed: (actor) => toPositions(held(actor, "leader", "leaderId")),
  leader: (actor) =>
    sql`(${toPositions(held(actor, "leader", "leaderId"))} or
      (${notAccusation} and ${inMailboxesUnder(held(actor, "leader", "regionId"), true)}))`,
  "in-charge": (actor) => ledBy(held(actor, "leader", "leaderId")),
  head: (actor) =>
    oneOf(letters.leadOfficeId, [...held(actor, "leader", "officeId"), ...held(actor, "operator", "officeId")]),
  superior: (actor) =>
    oneOf(
      letters.reviewOfficeId,
      (["handler", "operator", "leader"] as const).flatMap((role) => held(actor, role, "officeId")),
    ),
  supervisor: (actor) => sql`(${notAccusation} and ${inMailboxesUnder(held(actor, "supervisor", "regionId"))})`,
  clock: (actor) => (actor.kind === "clock" ? sql`true` : never),
};

const ownVoice: readonly StepRole[] = ["author", "commenter", "clock"];

/** The letters to which the actor stands in this role and may act in it. */
export function standingAs(actor: Actor, role: StepRole): SQL {
  const condition = stands[role](actor);
  return ownVoice.includes(role) ? condition : sql`(${condition} and not (${isKeptOut(actor)}))`;
}

const either = (conditions: SQL[]): SQL => sql`(${sql.join(conditions, sql` or `)})`;

const handled = (actor: Actor): SQL => either(handlers.map((role) => standingAs(actor, role)));

const overseen = (actor: Actor): SQL => standingAs(actor, "supervisor");

const followed = (actor: Actor): SQL =>
  sql`(${notAccusation} and ${ne(letters.visibility, "handlers")} and ${standingAs(actor, "moderator")})`;

const awaited = (actor: Actor): SQL => sql`(${isNull(letters.authorId)} and ${standingAs(actor, "commenter")})`;

type Listed = "letter.know" | "letter.read" | "letter.read-original" | "letter.read-internal" | "letter.read-contact";

const visible: Record<Listed, (actor: Actor) => SQL> = {
  "letter.know": () => not(isAccusation),
  "letter.read": () => sql`(${notAccusation} and ${letters.publishedAt} is not null and ${isNull(letters.hiddenAt)})`,
  "letter.read-original": (actor) =>
    either([isAuthor(actor), awaited(actor), handled(actor), overseen(actor), followed(actor)]),
  "letter.read-internal": (actor) => either([handled(actor), overseen(actor)]),
  "letter.read-contact": (actor) =>
    either((["triage", "operator", "lead", "assisting"] as const).map((role) => standingAs(actor, role))),
};

/** Letters on which the actor may do this. */
export function lettersFor(actor: Actor, action: Listed): SQL {
  return visible[action](actor);
}

/** "comment.take-up" as a condition on a post and its office's region. */
export function takenUpBy(actor: Actor): SQL {
  const within = (role: RoleName) => sql`${sql.param(held(actor, role, "regionId"))}::bigint[]`;
  return either([
    oneOf(posts.leaderId, held(actor, "leader", "leaderId")),
    sql`trim_array(${regions.lineage}, 1) && ${within("leader")}`,
    sql`${regions.lineage} && ${within("moderator")}`,
  ]);
}

/** "owed.see" as a condition on answers that are owed. */
export function owedBy(actor: Actor): SQL {
  const led = and(isNull(owedAnswers.leaderId), oneOf(owedAnswers.officeId, held(actor, "leader", "officeId")))!;
  return either([
    oneOf(owedAnswers.officeId, held(actor, "operator", "officeId")),
    led,
    oneOf(owedAnswers.leaderId, held(actor, "leader", "leaderId")),
  ]);
}

/** "concern.judge" as a condition on a concern's region. */
export function warnedOf(actor: Actor): SQL {
  const of = grantsOf(actor).filter(({ role, officeId }) => (role === "leader" || role === "supervisor") && officeId);
  return sql`${regions.lineage} && ${sql.param(of.map(({ regionId }) => regionId))}::bigint[]`;
}

/** Letters on which the actor may take this step, whatever state they are in. */
export function lettersToStep(actor: Actor, step: Step): SQL {
  return either(rowOf(step).by.map((role) => standingAs(actor, role)));
}
