import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, readPerson } from "#domain/access/actor.ts";
import { openAdministration } from "#domain/administration/first-administrator.ts";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { addDays, type CivilDate, parseCivilDate, startOf } from "#domain/calendar/civil-date.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { seedPlaces } from "../places.ts";
import { playDay } from "../play.ts";
import { openReplayCast } from "./cast.ts";
import type { Margins } from "./margins.ts";
import { openUnits } from "./places.ts";
import { planLetters } from "./plan.ts";
import { type Errand, errandsOf } from "./walk.ts";

/** So many letters are under way at once within the transaction of a day: the database answers one while we ask for others. */
const lanes = 8;

/**
 * Plays the letters of the margins at their own dates into an empty database: a transaction a civil day, the timetable
 * first. `afterDay` is where the caller lets whoever follows the events catch up.
 */
export async function replay(
  db: Db,
  calendar: Calendar,
  margins: Margins,
  afterDay: (day: CivilDate) => Promise<void>,
): Promise<void> {
  const cast = await transact(db, async (tx) => {
    const opening = await seedPlaces(tx, calendar);
    const administrator = (await readPerson(tx, await openAdministration(tx, undefined, opening))) as Actor;
    await openUnits(tx, administrator, margins, opening);
    return openReplayCast(tx, opening);
  });
  const errands = planLetters(margins).flatMap((letter) => errandsOf(letter, cast, calendar));
  const byDay = Map.groupBy(errands, ({ on }) => on);
  const last = parseCivilDate(margins.to);
  for (let day = parseCivilDate(margins.from); day <= last; day = addDays(day, 1)) {
    await transact(db, async (tx) => {
      await playDay(tx, nowAt(startOf(day), calendar));
      await inLanes(tx, byDay.get(day) ?? []);
    });
    await afterDay(day);
  }
}

/** The errands of a day are about different letters, so that their order among each other changes nothing. */
async function inLanes(tx: Tx, errands: readonly Errand[]): Promise<void> {
  const waiting = errands.values();
  const lane = async () => {
    for (const errand of waiting) await errand.run(tx);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
