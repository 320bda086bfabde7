import { getTranslations } from "next-intl/server";
import { db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Wording } from "#domain/wordings/read-wordings.ts";
import { readWordings } from "#domain/wordings/read-wordings.ts";

type Given = Pick<Wording, "words" | "use">;

/** What the platform gives to begin with, in the reader's language. */
export async function givenSentences(): Promise<Given[]> {
  const t = await getTranslations("today.sentences");
  return [
    { words: t("lookInto"), use: "waiting" },
    { words: t("planInAWeek"), use: "waiting" },
    { words: t("inTime"), use: "late" },
    { words: t("threeDays"), use: "late" },
    { words: t("whyLate"), use: "late" },
  ];
}

/** The sentences for a letter that waits, or is late: the position's own where it has some, else those that are given. */
export async function sentencesOf(actor: Actor): Promise<Record<"waiting" | "late", string[]>> {
  const own: Given[] = (await readWordings(db, actor)).flatMap(({ wordings }) => wordings);
  const all = own.length > 0 ? own : await givenSentences();
  const of = (use: "waiting" | "late") => [
    ...new Set(all.filter((one) => one.use === "always" || one.use === use).map(({ words }) => words)),
  ];
  return { waiting: of("waiting"), late: of("late") };
}
