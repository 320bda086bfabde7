import { describe, expect, test } from "vitest";
import { transact } from "#db/transact.ts";
import { createOffice } from "#domain/administration/create-office.ts";
import { giveRole } from "#domain/administration/grant-role.ts";
import { findScope } from "#domain/administration/scope.ts";
import { fresh, makeRegion } from "#test/factories/offices.ts";
import { makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { logGroups, readLog } from "./read-log.ts";

const now = on("2026-09-18");

describe("the public log", () => {
  test(
    "tells every change of the administration, by its place and never by its person",
    inRollback(async (db) => {
      const region = await makeRegion(db);
      const administrator = await makePerson(db, [{ role: "administrator", regionId: region.id }]);
      const slug = fresh("o");
      const office = {
        region: region.slug,
        parent: null,
        slug,
        name: "测试路灯所",
        shortName: "路灯所",
        nameEn: "Street Lamps",
      };
      await createOffice(db, administrator, office, now);
      await transact(db, async (tx) => {
        const scope = await findScope(tx, "handler", `office:${slug}`);
        await giveRole(tx, administrator, administrator.id, "handler", scope, now);
      });

      const { entries } = await readLog(db, { acts: logGroups.structure });
      const place = { href: `/offices/${slug}`, name: "测试路灯所", nameEn: "Street Lamps" };
      expect(entries.slice(0, 2)).toMatchObject([
        { act: "role.grant", role: "handler", place },
        { act: "office.create", role: null, place },
      ]);
      expect(JSON.stringify(entries)).not.toContain(administrator.nickname);
      expect((await readLog(db, { acts: logGroups.comments })).entries).toEqual([]);
    }),
  );
});
