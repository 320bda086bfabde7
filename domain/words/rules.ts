import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { regions, type WordEffect, wordRules } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { regionsHeld } from "#domain/access/holds.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { moderatorOf } from "#domain/moderation/subject.ts";
import { plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ruleChoice, ruleInput } from "./input.ts";
import { namesContact, phrasesOf } from "./match.ts";

/** Fewer characters stand in every second sentence. */
const shortestPhrase = 2;

/** Writes a rule down without switching it on, so that it can be tried on what was said before. */
export async function writeRule(db: Db, actor: Actor, input: z.output<typeof ruleInput>, now: Now): Promise<number> {
  return transact(db, async (tx) => {
    const [region] = await tx
      .select({ id: regions.id, lineage: regions.lineage })
      .from(regions)
      .where(eq(regions.slug, input.region));
    if (!region) throw new Refusal("words.noSuchRegion");
    authorize(actor, "words.rule", region);
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    const words = plainText(input.words);
    const phrases = phrasesOf(words);
    if (phrases.length === 0 || phrases.some((phrase) => [...phrase].length < shortestPhrase)) {
      throw new Refusal("words.tooShort", { least: shortestPhrase });
    }
    if (input.effect === "refuse" && !namesContact(words)) throw new Refusal("words.onlyContact");
    const [rule] = await tx
      .insert(wordRules)
      .values({ regionId: region.id, words, effect: input.effect, personId: actor.id, createdAt: now.at })
      .returning({ id: wordRules.id });
    return rule!.id;
  });
}

/** From now on the rule holds in its region and below. The public log says that, and not which words: whoever reads them walks round them. */
export async function startRule(db: Db, actor: Actor, { ruleId }: z.output<typeof ruleChoice>, now: Now) {
  await transact(db, async (tx) => {
    const rule = await lockRule(tx, actor, ruleId);
    if (rule.startedAt) throw new Refusal("words.started");
    await tx.update(wordRules).set({ startedAt: now.at }).where(eq(wordRules.id, ruleId));
    await tell(tx, "words.start", actor, rule, now);
  });
}

/** The rule holds no longer. One that was never switched on is thrown away. */
export async function endRule(db: Db, actor: Actor, { ruleId }: z.output<typeof ruleChoice>, now: Now) {
  await transact(db, async (tx) => {
    const rule = await lockRule(tx, actor, ruleId);
    if (rule.endedAt) throw new Refusal("words.ended");
    if (!rule.startedAt) {
      await tx.delete(wordRules).where(eq(wordRules.id, ruleId));
      return;
    }
    await tx.update(wordRules).set({ endedAt: now.at }).where(eq(wordRules.id, ruleId));
    await tell(tx, "words.end", actor, rule, now);
  });
}

async function lockRule(tx: Tx, actor: Actor, ruleId: number) {
  const [row] = await tx
    .select({ rule: wordRules, slug: regions.slug, lineage: regions.lineage })
    .from(wordRules)
    .innerJoin(regions, eq(regions.id, wordRules.regionId))
    .where(eq(wordRules.id, ruleId))
    .for("update", { of: wordRules });
  if (!row) throw new Refusal("words.missing");
  authorize(actor, "words.rule", row);
  return { ...row.rule, slug: row.slug, lineage: row.lineage };
}

type Locked = Awaited<ReturnType<typeof lockRule>>;

async function tell(tx: Tx, what: string, actor: Actor, rule: Locked, now: Now): Promise<void> {
  const [on] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(wordRules)
    .where(and(eq(wordRules.regionId, rule.regionId), isNotNull(wordRules.startedAt), isNull(wordRules.endedAt)));
  await record(tx, {
    what,
    topics: ["log"],
    actor,
    as: await moderatorOf(tx, actor, rule.lineage),
    subject: `word-rule:${rule.id}`,
    counts: { region: rule.slug, effect: rule.effect, rules: on!.n },
    public: true,
    at: now.at,
  });
}

export interface ListedRule {
  id: number;
  words: string;
  effect: WordEffect;
  region: { slug: string; name: string; nameEn: string | null };
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}

const mostListed = 100;

/** The rules of one's regions: those being tried and those that hold first, then what has ended. */
export async function listRules(db: Db, actor: Actor): Promise<ListedRule[]> {
  authorize(actor, "moderation.desk");
  return db
    .select({
      id: wordRules.id,
      words: wordRules.words,
      effect: wordRules.effect,
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
      createdAt: wordRules.createdAt,
      startedAt: wordRules.startedAt,
      endedAt: wordRules.endedAt,
    })
    .from(wordRules)
    .innerJoin(regions, eq(regions.id, wordRules.regionId))
    .where(sql`${regions.lineage} && ${sql.param(regionsHeld(actor, "moderator"))}::bigint[]`)
    .orderBy(sql`${wordRules.endedAt} desc nulls first`, desc(wordRules.id))
    .limit(mostListed);
}

/** The regions in which this person may rule on words, the widest first. */
export async function listRuledRegions(db: Db, actor: Actor): Promise<ListedRule["region"][]> {
  authorize(actor, "moderation.desk");
  return db
    .select({ slug: regions.slug, name: regions.name, nameEn: regions.nameEn })
    .from(regions)
    .where(sql`${regions.lineage} && ${sql.param(regionsHeld(actor, "moderator"))}::bigint[]`)
    .orderBy(asc(regions.lineage), asc(regions.id));
}
