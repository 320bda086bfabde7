import { describe, expect, test } from "vitest";
import { transact } from "#db/transact.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeHandler, makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { assignLetter } from "./assign-letter.ts";
import { reportProgress } from "./report-progress.ts";

describe("assigning", () => {
  test(
    "hands the clock over without starting it again, and counts the hop",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const next = await makeOffice(db);
      const helping = await makeOffice(db);
      const assigned = await assignLetter(
        db,
        operator,
        { letterId: letter.id, lead: next.slug, assisting: [helping.slug, next.slug] },
        on("2026-10-09"),
      );
      expect(assigned).toMatchObject({ leadOfficeId: next.id, assistingOfficeIds: [helping.id], hops: 1 });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ officeId: next.id, dueOn: "2026-10-15" });
      await expect(
        reportProgress(
          db,
          await makeHandler(db, letter.leadOfficeId),
          { letterId: letter.id, words: "在查。" },
          on("2026-10-09"),
        ),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "twice gets the first answer from whoever clicked twice, and a refusal from anybody else or later",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      const [operator, colleague] = [
        await makeOperator(db, letter.mailbox.officeId),
        await makeOperator(db, letter.mailbox.officeId),
      ];
      const input = { letterId: letter.id, lead: (await makeOffice(db)).slug };
      const assign = (by = operator, time = "09:00") => assignLetter(db, by, input, on("2026-09-21", time));
      const first = await assign();
      expect(await assign()).toEqual(first);
      expect((await eventsOf(db, letter)).filter(({ what }) => what === "letter.assign")).toHaveLength(1);
      await expect(assign(colleague)).rejects.toMatchObject({ key: "letters.sameOffices" });
      await expect(assign(operator, "09:10")).rejects.toMatchObject({ key: "letters.sameOffices" });
    }),
  );

  test(
    "to the accused office is refused and recorded",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      const letter = await makeLetter(db, { state: "accepted", kind: "accusation", accusedOfficeId: accused.id });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      for (const offices of [
        { lead: accused.slug, assisting: [] },
        { lead: (await makeOffice(db)).slug, assisting: [accused.slug] },
      ]) {
        const input = { letterId: letter.id, ...offices };
        await expect(assignLetter(db, operator, input, on("2026-09-21"))).rejects.toMatchObject({
          key: "letters.accusedOffice",
        });
      }
      const attempts = (await eventsOf(db, letter)).filter(({ what }) => what === "letter.attempt");
      expect(attempts).toMatchObject([
        { public: false, personId: operator.id, counts: { refused: "letters.accusedOffice" }, topics: [] },
        { public: false },
      ]);
      expect((await runningClock(db, letter, "finish"))?.officeId).toBe(letter.mailbox.officeId);
    }),
  );

  test(
    "to the accused office stays on record when the refusal undoes a transaction that somebody else opened",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      const letter = await makeLetter(db, { state: "accepted", kind: "accusation", accusedOfficeId: accused.id });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const input = { letterId: letter.id, lead: accused.slug };
      const within = transact(db, (tx) => assignLetter(tx, operator, input, on("2026-09-21")));
      await expect(within).rejects.toMatchObject({ key: "letters.accusedOffice" });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.attempt", personId: operator.id });
    }),
  );

  test(
    "by the leader written to or one above, not by a neighbour",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const county = await makeRegion(db, city);
      const mayor = await makeLeader(db, { officeId: (await makeOffice(db, { regionId: city.id })).id });
      const headOffice = await makeOffice(db, { regionId: county.id });
      const mailbox = await makeMailbox(db, { leaderId: (await makeLeader(db, { officeId: headOffice.id })).id });
      const neighbour = await makeLeader(db, { officeId: headOffice.id });
      const assign = async (leaderId: number) => {
        const letter = await makeLetter(db, { state: "accepted", mailboxId: mailbox.id });
        return assignLetter(
          db,
          await makeHolder(db, leaderId),
          { letterId: letter.id, lead: headOffice.slug },
          on("2026-09-21"),
        );
      };
      await expect(assign(mailbox.leaderId!)).resolves.toMatchObject({ state: "assigned" });
      await expect(assign(mayor.id)).resolves.toMatchObject({ state: "assigned" });
      await expect(assign(neighbour.id)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
