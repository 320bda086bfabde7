import { describe, expect, test } from "vitest";
import { clocks } from "#db/schema/index.ts";
import { lightOf } from "#domain/calendar/light.ts";
import type { Working } from "#domain/calendar/working.ts";
import { readLightsBoard } from "#domain/supervision/lights-board.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { burning, lampSql } from "./lamps.ts";
import { runningLamps } from "./running-lamps.ts";

const sent = on("2026-09-18");

describe("the lamp of a running clock", () => {
  test(
    "is the same in a list as on the letter, at every hour around every threshold",
    inRollback(async (db) => {
      await makeLetter(db, { state: "assigned", at: sent });
      await makeLetter(db, { state: "submitted", at: on("2026-09-30") });
      await makeLetter(db, { state: "clarifying", at: sent });
      await makeLetter(db, { state: "assigned", at: on("2026-12-25") });
      const rows = await db.select().from(clocks).where(burning);
      const instants = rows.flatMap(({ dueAt, amberAt, yellowAt, redAt, working }) => {
        const late = (working as Working).lateOn;
        return [dueAt, amberAt, yellowAt, redAt, ...(late ? [on(late, "00:00").at] : [])].map((at) => at!.getTime());
      });
      const seen = new Set<string>();
      for (const instant of instants.flatMap((at) => [at - 1, at, at + 3_600_000])) {
        const now = { ...sent, at: new Date(instant) };
        const found = await db
          .select({ id: clocks.id, lamp: lampSql(now) })
          .from(clocks)
          .where(burning);
        const lamps = new Map(found.map(({ id, lamp }) => [id, lamp]));
        for (const row of rows) {
          const { lamp } = lightOf({ ...row, working: row.working as Working }, now);
          expect(lamps.get(row.id)).toBe(lamp);
          seen.add(lamp);
        }
      }
      expect([...seen].sort()).toEqual([...runningLamps].sort());
    }),
  );
});

describe("the lights board", () => {
  test(
    "counts office by lamp in the supervisor's region, accusations nowhere",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const county = await makeRegion(db, city);
      const supervisor = await makePerson(db, [
        { role: "supervisor", officeId: (await makeOffice(db, { regionId: city.id })).id },
      ]);
      const lead = await makeOffice(db, { regionId: county.id });
      const mailboxId = (await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: county.id })).id })).id;
      const first = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: lead.id, at: on("2026-09-10") });
      await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: lead.id, at: on("2026-09-18") });
      await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: lead.id, kind: "accusation" });
      await makeLetter(db, { state: "assigned", leadOfficeId: lead.id });
      const board = await readLightsBoard(db, supervisor, on("2026-10-12"));
      expect(board.rows).toMatchObject([
        {
          office: { slug: lead.slug },
          red: 1,
          amber: 1,
          green: 0,
          open: 2,
          yellow: 1,
          redCards: 0,
          first: { number: first.number },
        },
      ]);
      expect(board.total).toMatchObject({ open: 2, red: 1 });
      expect((await readLightsBoard(db, await makeCitizen(db), on("2026-10-12"))).rows).toEqual([]);
    }),
  );
});
