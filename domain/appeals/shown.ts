import { asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { type AppealState, appeals, handOvers, images, offices, posts, regions, updates } from "#db/schema/index.ts";

import { readNewestPledges, type ShownPledge } from "./read-pledges.ts";

interface Named {
  slug: string;
  name: string;
  nameEn: string | null;
}

export interface ShownHandOver {
  /** Of the update that tells of it. */
  number: number;
  at: Date;
  approx: boolean;
  /** Whole yuan; null where it was told in words, or where things were handed over. */
  amount: number | null;
  amountWords: string | null;
  present: number;
  /** So many pictures tell of it. */
  receipts: number;
}

/** What everybody sees of an appeal beside its words. Sums are whole yuan. */
export interface ShownAppeal {
  postId: number;
  state: AppealState;
  place: Named;
  /** The office that is asked to verify. */
  verifier: Named;
  beneficiary: string;
  goal: number | null;
  verified: { at: Date; approx: boolean; need: string; publicAid: string } | null;
  charity: { name: string; url: string } | null;
  refused: { at: Date; words: string } | null;
  suspended: { at: Date; words: string; office: Omit<Named, "slug"> | null } | null;
  /** Without a report nobody carried it on; with one and without an office its author closed it. */
  closed: { at: Date; report: string | null; office: Omit<Named, "slug"> | null } | null;
  pledged: number;
  pledges: number;
  /** So many of them are in the sum with an amount that is not shown. */
  hiddenPledges: number;
  pledgers: number;
  handedOver: number;
  handOvers: ShownHandOver[];
  /** The promises made last; `readPledges` has all. */
  newest: ShownPledge[];
}

const place = alias(regions, "place");
const suspender = alias(offices, "suspender");
const closer = alias(offices, "closer");

/** What these posts are as appeals; of any other post nothing. */
export async function readAppeals(db: Db, postIds: readonly number[]): Promise<ShownAppeal[]> {
  if (postIds.length === 0) return [];
  const [rows, handed, newest] = await Promise.all([
    db
      .select({
        appeal: appeals,
        endedAt: posts.endedAt,
        place: { slug: place.slug, name: place.name, nameEn: place.nameEn },
        verifier: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
        suspender: { name: suspender.name, nameEn: suspender.nameEn },
        closer: { name: closer.name, nameEn: closer.nameEn },
      })
      .from(appeals)
      .innerJoin(posts, eq(posts.id, appeals.postId))
      .innerJoin(place, eq(place.id, appeals.regionId))
      .innerJoin(offices, eq(offices.id, posts.officeId))
      .leftJoin(suspender, eq(suspender.id, appeals.suspendedById))
      .leftJoin(closer, eq(closer.id, appeals.closedById))
      .where(inArray(appeals.postId, [...postIds])),
    readHandOvers(db, postIds),
    readNewestPledges(db, postIds),
  ]);
  return rows.map((row) => {
    const { appeal, endedAt } = row;
    const { postId, state, beneficiary, goal, need, publicAid, charityName, charityUrl } = appeal;
    const { pledged, hiddenPledges, pledgers, handedOver, refusal, suspension, closingReport } = appeal;
    return {
      ...{ postId, state, place: row.place, verifier: row.verifier, beneficiary, goal },
      verified: appeal.verifiedAt && {
        at: appeal.verifiedAt,
        approx: appeal.verifiedApprox,
        need: need!,
        publicAid: publicAid!,
      },
      charity: charityUrl === null ? null : { name: charityName!, url: charityUrl },
      refused: refusal === null ? null : { at: appeal.refusedAt!, words: refusal },
      suspended: state === "suspended" ? { at: appeal.suspendedAt!, words: suspension!, office: row.suspender } : null,
      closed: closingReport === null ? null : { at: endedAt!, report: closingReport || null, office: row.closer },
      ...{ pledged, pledges: appeal.pledges, hiddenPledges, pledgers, handedOver },
      handOvers: handed.filter((one) => one.postId === postId).map(({ postId: _, ...one }) => one),
      newest: newest.filter((one) => one.postId === postId).map(({ postId: _, ...one }) => one),
    };
  });
}

const readHandOvers = (db: Db, postIds: readonly number[]) =>
  db
    .select({
      postId: handOvers.postId,
      number: updates.number,
      at: updates.at,
      approx: updates.approx,
      amount: handOvers.amount,
      amountWords: handOvers.amountWords,
      present: handOvers.present,
      receipts: sql<number>`(select count(*)::int from ${images} i where i.update_id = ${updates.id})`,
    })
    .from(handOvers)
    .innerJoin(updates, eq(updates.id, handOvers.updateId))
    .where(inArray(handOvers.postId, [...postIds]))
    .orderBy(asc(updates.number));
