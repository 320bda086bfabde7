import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, people, regions } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readPerson } from "#domain/access/actor.ts";
import { addDays, parseCivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { demoDesks } from "#domain/sign-in/demo-desks.ts";
import { openCast } from "./cast.ts";
import { heyuan } from "./heyuan.ts";
import { endPastAppeals, pastAppeals } from "./past-appeals.ts";
import { pastLetters } from "./past-letters.ts";
import { pastStories } from "./past-stories.ts";
import { pastTalk } from "./past-talk.ts";
import { pastThemes } from "./past-themes.ts";
import { seedPlaces } from "./places.ts";
import { play } from "./play.ts";
import { supporters } from "./today/supported-comments.ts";
import { demoCitizens, openCentreMailbox, playToday } from "./today.ts";

/**
 * Fills an empty database: the river city's cases of 2009-2011 at their own dates, then a demonstration of the last
 * weeks. One transaction: a load that was cut off has left nothing and begins anew. Says whether there was anything to do.
 */
export async function seedDemo(db: Db, now: Now): Promise<boolean> {
  return transact(db, async (tx) => {
    if ((await tx.$count(regions)) > 0) return false;
    const { calendar } = now;
    const opening = await seedPlaces(tx, calendar);
    const cast = await openCast(tx, { past: heyuan.citizens, demo: [...demoCitizens, ...supporters] }, opening);

    const rows = new Map<string, number>();
    const end = startOf(addDays(parseCivilDate(heyuan.scenario_ends), 1));
    await play(
      tx,
      [
        ...pastTalk(cast, rows),
        ...pastThemes(cast, rows),
        ...pastAppeals(cast, rows),
        ...pastLetters(cast, rows),
        ...pastStories(cast, rows),
      ],
      calendar,
      end,
    );
    await endPastAppeals(tx, calendar);
    // Nobody's queue holds what was said fifteen years ago; that somebody looked at it then would be made up.
    await tx.update(comments).set({ reviewedAt: sql`${comments.createdAt}` });

    const [desk] = await tx.select({ id: people.id }).from(people).where(eq(people.nickname, demoDesks.administrator));
    await openCentreMailbox(tx, (await readPerson(tx, desk!.id))!, now);
    await playToday(tx, cast, now);
    return true;
  });
}
