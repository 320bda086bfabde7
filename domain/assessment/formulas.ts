import { desc, lte, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { formulas } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import type { formulaInput } from "./input.ts";
import { type Formula, FormulaProblem, parseFormula } from "./parse-formula.ts";
import { rootRegion } from "./root.ts";

export type KeptFormula = typeof formulas.$inferSelect;

/** The formula in force on a day. The first came with the platform, so that there always is one. */
export async function formulaOn(db: Db, day: CivilDate): Promise<KeptFormula> {
  const [found] = await db
    .select()
    .from(formulas)
    .where(lte(formulas.validFrom, day))
    .orderBy(desc(formulas.validFrom), desc(formulas.version))
    .limit(1);
  return found!;
}

/** Every version there was, the newest first. */
export async function listFormulas(db: Db): Promise<KeptFormula[]> {
  return db.select().from(formulas).orderBy(desc(formulas.version)).limit(50);
}

/** A formula out of a form: refused with where it is not understood. */
export function understood(text: string): Formula {
  try {
    return parseFormula(text);
  } catch (error) {
    if (!(error instanceof FormulaProblem)) throw error;
    throw new Refusal("assessment.formula", { at: error.at, found: error.found || "end" });
  }
}

/** A new version of the formula, from a day that has not begun: what is past keeps the one it was reckoned by. */
export async function addFormula(
  db: Db,
  actor: Actor,
  { text, excellent, good, pass, minimum, validFrom }: z.output<typeof formulaInput>,
  now: Now,
): Promise<KeptFormula> {
  return transact(db, async (tx) => {
    const root = await rootRegion(tx);
    authorize(actor, "assessment.formula", root);
    understood(text);
    if (!(excellent > good && good > pass)) throw new Refusal("assessment.bandsDisordered");
    if (validFrom <= now.today) throw new Refusal("assessment.validInPast");
    // Of two who add one at once the second waits and has the next number.
    await tx.execute(sql`select pg_advisory_xact_lock(7_201_011)`);
    const [last] = await listFormulas(tx);
    const version = (last?.version ?? 0) + 1;
    const grant = isPerson(actor) ? actor.grants.find(({ role }) => role === "administrator") : undefined;
    const eventId = await record(tx, {
      what: "assessment.formula",
      topics: ["assessment"],
      actor,
      as: { role: "administrator", officeId: grant?.officeId ?? null },
      subject: `formula:${version}`,
      counts: { version, from: validFrom },
      words: text,
      public: true,
      at: now.at,
    });
    const bands = { excellent, good, pass };
    const [added] = await tx
      .insert(formulas)
      .values({ version, text, bands, minimum, validFrom, createdAt: now.at, eventId })
      .returning();
    return added!;
  });
}
