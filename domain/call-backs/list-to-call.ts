import { and, asc, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type CallBackState, callBackDraws, callBacks, letters, offices } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import { standingAs } from "#domain/access/visibility.ts";
import type { Month } from "#domain/assessment/period.ts";
import { findLetter } from "#domain/letters/letter.ts";
import type { Place } from "#domain/letters/timeline.ts";

/** A letter to call about, as it stands on a supervisor's list. */
export interface ToCall {
  id: number;
  number: string;
  title: string;
  office: Place | null;
  answeredAt: Date;
  state: CallBackState;
  tries: number;
}

/** The months that were drawn, and of one of them what this supervisor may call about, in the order of the draw. */
export async function listToCall(
  db: Db,
  actor: Actor,
  wanted: Month | null,
): Promise<{ months: Month[]; month: Month | null; calls: ToCall[] }> {
  authorize(actor, "call-back.list");
  const drawn = await db
    .select({ month: callBackDraws.month })
    .from(callBackDraws)
    .orderBy(desc(callBackDraws.month))
    .limit(24);
  const months = drawn.map(({ month }) => month as Month);
  const month = months.find((one) => one === wanted) ?? months[0] ?? null;
  if (!month) return { months, month, calls: [] };
  const rows = await db
    .select({
      id: callBacks.id,
      letterId: letters.id,
      number: letters.number,
      title: letters.title,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      answeredAt: letters.answeredAt,
      state: callBacks.state,
      tries: callBacks.tries,
    })
    .from(callBacks)
    .innerJoin(callBackDraws, eq(callBackDraws.id, callBacks.drawId))
    .innerJoin(letters, eq(letters.id, callBacks.letterId))
    .leftJoin(offices, eq(offices.id, letters.leadOfficeId))
    .where(and(eq(callBackDraws.month, month), standingAs(actor, "supervisor")))
    .orderBy(asc(callBacks.place));
  return {
    months,
    month,
    calls: rows.map(({ letterId: _, answeredAt, ...row }) => ({ ...row, answeredAt: answeredAt! })),
  };
}

/** One of them, for the form; null when it is not this supervisor's to call about. */
export async function findToCall(db: Db, actor: Actor, id: number): Promise<(ToCall & { mayCall: boolean }) | null> {
  const [row] = await db
    .select({
      id: callBacks.id,
      letterId: letters.id,
      number: letters.number,
      title: letters.title,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      answeredAt: letters.answeredAt,
      state: callBacks.state,
      tries: callBacks.tries,
    })
    .from(callBacks)
    .innerJoin(letters, eq(letters.id, callBacks.letterId))
    .leftJoin(offices, eq(offices.id, letters.leadOfficeId))
    .where(and(eq(callBacks.id, id), standingAs(actor, "supervisor")));
  if (!row) return null;
  const { letterId, answeredAt, ...rest } = row;
  const letter = await findLetter(db, letterId);
  return { ...rest, answeredAt: answeredAt!, mayCall: letter !== null && can(actor, "call-back.make", letter) };
}
