import { describe, expect, onTestFinished, test } from "vitest";
import { setBridge } from "#domain/events/bridge.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeHandler, makeOperator, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { acceptLetter } from "./accept-letter.ts";
import type { Letter } from "./letter.ts";
import { publishLetter } from "./publish-letter.ts";

const confirmed = { publicTitle: "水压不足", publicBody: "四楼以上没有水。" };
const ordinary = { kind: "complaint" as const, termClass: "ordinary" as const };

describe("accepting", () => {
  test(
    "publishes the confirmed text and starts the finish clock of its class",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const triage = await makeTriage(db, letter.mailbox.lineage[0]);
      const accepted = await acceptLetter(
        db,
        triage,
        { letterId: letter.id, ...ordinary, ...confirmed },
        on("2026-09-30"),
      );
      expect(accepted).toMatchObject({ state: "accepted", publicTitle: "水压不足", publishedAt: on("2026-09-30").at });
      expect(await runningClock(db, letter, "accept")).toBeUndefined();
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-10-27" });
      const [send, accept] = await eventsOf(db, letter);
      expect([send?.public, accept?.public]).toEqual([false, true]);
    }),
  );

  test.each([
    ["utilities", "2026-10-01T09:00"],
    ["danger", "2026-09-30T11:00"],
  ] as const)("a %s letter is due in hours", (termClass, due) =>
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const input = { letterId: letter.id, ...ordinary, termClass, ...confirmed };
      await acceptLetter(db, operator, input, on("2026-09-30"));
      const [day, time] = due.split("T") as [`${number}-${number}-${number}`, string];
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueAt: on(day, time).at });
    })(),
  );

  test(
    "as an accusation throws away at once what told of the letter",
    inRollback(async (db) => {
      const purged: string[] = [];
      setBridge({ poke() {}, shows() {}, purge: (topics) => void purged.push(...topics) });
      onTestFinished(() => setBridge(undefined));
      const [first, second] = [await makeLetter(db), await makeLetter(db)];
      const triage = await makeTriage(db, first.mailbox.lineage[0]);
      const accept = (letter: Letter, kind: "complaint" | "accusation", by = triage) =>
        acceptLetter(db, by, { letterId: letter.id, ...ordinary, kind, ...confirmed }, on("2026-09-30"));
      await accept(second, "complaint", await makeTriage(db, second.mailbox.lineage[0]));
      expect(purged).toEqual([]);
      await accept(first, "accusation");
      expect(purged).toEqual(expect.arrayContaining([`letter:${first.number}`, "letters", "home"]));
    }),
  );

  test(
    "never publishes what the writer kept to the handlers",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { visibility: "handlers" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const accepted = await acceptLetter(
        db,
        operator,
        { letterId: letter.id, ...ordinary, ...confirmed },
        on("2026-09-30"),
      );
      expect(accepted).toMatchObject({ state: "accepted", publishedAt: null, publicTitle: null });
      await expect(
        publishLetter(db, operator, { letterId: letter.id, ...confirmed }, on("2026-09-30")),
      ).rejects.toMatchObject({ key: "letters.keptPrivate" });
    }),
  );

  test(
    "needs a text, and one without an identity number",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const accept = (publicBody: string) =>
        acceptLetter(
          db,
          operator,
          { letterId: letter.id, ...ordinary, publicTitle: "水", publicBody },
          on("2026-09-30"),
        );
      await expect(accept("")).rejects.toMatchObject({ key: "letters.publicTextMissing" });
      await expect(accept("我是１１０１０５ 19491231 002X")).rejects.toMatchObject({ key: "letters.personalText" });
    }),
  );

  test(
    "is refused to another region's triage and to handlers",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const input = { letterId: letter.id, ...ordinary, ...confirmed };
      for (const actor of [await makeTriage(db), await makeHandler(db, letter.mailbox.officeId)]) {
        await expect(acceptLetter(db, actor, input, on("2026-09-30"))).rejects.toMatchObject({
          key: "letters.missing",
        });
      }
    }),
  );

  test(
    "says 按平台现行规则重算 of a letter from before the law",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted", at: { ...on("2011-01-30"), approx: true } });
      expect(await runningClock(db, letter, "finish")).toMatchObject({
        dueOn: "2011-02-24",
        working: { basis: "current-rules", rule: "finish.ordinary" },
      });
      expect((await eventsOf(db, letter)).every(({ approx }) => approx)).toBe(true);
    }),
  );
});
