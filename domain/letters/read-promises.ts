import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { events, eventWords, offices, promises } from "#db/schema/index.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Place, Reader } from "./timeline.ts";
import { type Clock, type ClockLight, lightOfClock } from "./times.ts";

/** What an office said it would do, and what became of it. */
export interface ShownPromise {
  id: number;
  state: "open" | "kept" | "broken";
  office: Place;
  dueOn: CivilDate;
  madeAt: Date;
  /** Null where this reader may not read them, or they were taken off. */
  words: string | null;
  endedAt: Date | null;
  /** What was done, where it was kept. */
  done: string | null;
  light: ClockLight | null;
}

const made = alias(events, "made");
const madeWords = alias(eventWords, "made_words");
const ended = alias(events, "ended");
const endedWords = alias(eventWords, "ended_words");

/** A letter's promises, each with its own light; a broken one stays among them. */
export async function readPromises(
  db: Db,
  letterId: number,
  times: readonly Clock[],
  reader: Reader,
  now: Now,
): Promise<ShownPromise[]> {
  const rows = await db
    .select({
      id: promises.id,
      state: promises.state,
      dueOn: promises.dueOn,
      madeAt: promises.madeAt,
      endedAt: promises.endedAt,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      words: { text: madeWords.text, hiddenAt: madeWords.hiddenAt, public: made.public },
      done: { text: endedWords.text, hiddenAt: endedWords.hiddenAt, public: ended.public },
    })
    .from(promises)
    .innerJoin(offices, eq(offices.id, promises.officeId))
    .leftJoin(made, eq(made.id, promises.madeEventId))
    .leftJoin(madeWords, eq(madeWords.eventId, made.id))
    .leftJoin(ended, eq(ended.id, promises.endedEventId))
    .leftJoin(endedWords, eq(endedWords.eventId, ended.id))
    .where(eq(promises.letterId, letterId))
    .orderBy(asc(promises.id));
  return rows.map(({ words, done, dueOn, ...row }) => {
    const clock = times.find(({ what, aboutId }) => what === "promise" && aboutId === row.id);
    return {
      ...row,
      dueOn: dueOn as CivilDate,
      words: readable(words, reader),
      done: readable(done, reader),
      light: clock ? lightOfClock(clock, now) : null,
    };
  });
}

interface Said {
  text: string | null;
  hiddenAt: Date | null;
  public: boolean | null;
}

/** Everybody reads what was said in public and not taken off; the writer and those who handle it read all of it. */
function readable({ text, hiddenAt, public: isPublic }: Said, reader: Reader): string | null {
  return reader !== "everybody" || (isPublic && hiddenAt === null) ? text : null;
}
