import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { nobody } from "#domain/access/actor.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { newPhoneInput } from "./input.ts";
import { addPhone, changePhone, removePhone } from "./keep-phone.ts";
import { readDirectory } from "./read-directory.ts";
import { readFirstPhones, readKeptPhones, readPhonesOf } from "./read-phones.ts";

const now = on("2026-09-18", "09:00");

const entered = (office: string, number = "0762-000-2001", label = "办公室") =>
  newPhoneInput.parse({ office, label, number, monday: "08:30-12:00", friday: "8:30-12:00" });

const found = async (db: Db, q: string) => (await readDirectory(db, { q }, now)).offices.map(({ name }) => name);

describe("an office's telephones", () => {
  test(
    "are entered by its operator and found by name, initials, label and number",
    inRollback(async (db) => {
      const office = await makeOffice(db, {
        name: "河源市园林绿化管理中心",
        shortName: "市园林中心",
        nameEn: "Parks Office",
      });
      await addPhone(db, await makeOperator(db, office.id), entered(office.slug, "0762-000-2001 ext 12"), now);
      for (const q of ["园林", "ylzx", "PARKS off", "办公", "0002001", "0762 000", "（0762）000"]) {
        expect([q, await found(db, q)]).toEqual([q, [office.name]]);
      }
      expect(await found(db, "水务")).toEqual([]);
      expect(await readPhonesOf(db, office.slug, now)).toMatchObject([
        { number: "0762-000-2001转12", dial: "07620002001,12", open: true, unanswered: null },
      ]);
      expect((await readFirstPhones(db)).get(office.slug)).toBe("办公室 0762-000-2001转12");
    }),
  );

  test(
    "are changed and taken off at once",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const operator = await makeOperator(db, office.id);
      const phoneId = await addPhone(db, operator, entered(office.slug), now);
      const other = await addPhone(db, operator, entered(office.slug, "0762-000-2002"), now);
      const { hours } = entered(office.slug);
      await changePhone(db, operator, { phoneId, label: "值班", number: "0762-000-2003", note: "夜间", hours }, now);
      expect(await readPhonesOf(db, office.slug, now)).toMatchObject([{ label: "值班", note: "夜间" }, { id: other }]);
      await expect(
        changePhone(db, operator, { phoneId, label: "值班", number: "0762-000-2002", note: null, hours }, now),
      ).rejects.toMatchObject({ key: "directory.numberThere" });
      await removePhone(db, operator, { phoneId }, now);
      expect(await readPhonesOf(db, office.slug, now)).toMatchObject([{ id: other }]);
      await expect(removePhone(db, operator, { phoneId }, now)).rejects.toMatchObject({
        key: "directory.phoneMissing",
      });
      // What was taken off may come back.
      await addPhone(db, operator, entered(office.slug, "0762-000-2003"), now);
    }),
  );

  test(
    "of a closed office are in nobody's directory, and none is entered for it",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const operator = await makeOperator(db, office.id);
      await addPhone(db, operator, entered(office.slug), now);
      const closed = await makeOffice(db, { closedAt: now.at });
      await expect(addPhone(db, await makeOperator(db, closed.id), entered(closed.slug), now)).rejects.toMatchObject({
        key: "directory.officeClosed",
      });
      expect(await found(db, closed.name)).toEqual([]);
      await expect(addPhone(db, operator, entered(office.slug), now)).rejects.toMatchObject({
        key: "directory.numberThere",
      });
    }),
  );

  test(
    "are not another office's business, nor a handler's, nor a citizen's",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const phoneId = await addPhone(db, await makeOperator(db, office.id), entered(office.slug), now);
      const strangers = [await makeOperator(db), await makeHandler(db, office.id), await makeCitizen(db)];
      for (const stranger of strangers) {
        const { hours } = entered(office.slug);
        const change = { phoneId, label: "改", number: "0762-000-9999", note: null, hours };
        await expect(addPhone(db, stranger, entered(office.slug), now)).rejects.toMatchObject({ key: "forbidden" });
        await expect(changePhone(db, stranger, change, now)).rejects.toMatchObject({ key: "forbidden" });
        await expect(removePhone(db, stranger, { phoneId }, now)).rejects.toMatchObject({ key: "forbidden" });
      }
      await expect(addPhone(db, nobody, entered(office.slug), now)).rejects.toMatchObject({ key: "signInFirst" });
      expect(await readKeptPhones(db, strangers[1]!, now)).toEqual([]);
    }),
  );

  test(
    "are paged without losing an office",
    inRollback(async (db) => {
      const { regionId } = await makeOffice(db);
      for (let n = 0; n < 45; n += 1) {
        const office = await makeOffice(db, { regionId, name: `分页单位${n}` });
        await addPhone(db, await makeOperator(db, office.id), entered(office.slug), now);
      }
      const first = await readDirectory(db, { q: "分页单位" }, now);
      const second = await readDirectory(db, { q: "分页单位", after: first.next! }, now);
      expect([first.offices.length, second.offices.length, second.next]).toEqual([40, 5, null]);
      const slugs = new Set([...first.offices, ...second.offices].map(({ slug }) => slug));
      expect(slugs.size).toBe(45);
    }),
  );
});

describe("what is filled in", () => {
  test.each(["12", "电话", "0762-000-2001-0762-000-2001-00", "+", "<b>1</b>"])("%j is no number", (number) => {
    expect(newPhoneInput.safeParse({ office: "a", label: "办公室", number }).success).toBe(false);
  });

  test("hours that are none are told on their own day", () => {
    const filled = newPhoneInput.safeParse({ office: "a", label: "办公室", number: "12345", tuesday: "下午" });
    expect(filled.error?.issues).toMatchObject([{ path: ["tuesday"], message: "directory.hours" }]);
  });
});
