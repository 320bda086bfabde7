import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { clocksOf } from "#domain/letters/times.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeHandler, makeOperator, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { liftOrder } from "./lift-order.ts";
import { countLadder, listOrders } from "./list-orders.ts";
import { orderLetter } from "./order-letter.ts";
import { readOrders } from "./read-orders.ts";
import { respondToOrder } from "./respond-to-order.ts";

const sent = on("2026-09-18");
const now = on("2026-09-21");
const asks = { level: "order", channel: "phone", words: "为什么还没有答复？" } as const;

const supervisorOf = (db: Db, officeId: number) => makePerson(db, [{ role: "supervisor", officeId }]);

async function makeScene(db: Db, state: "submitted" | "assigned" | "closed" = "assigned") {
  const region = await makeRegion(db);
  const by = await makeOffice(db, { regionId: region.id, supervises: true });
  const lead = await makeOffice(db, { regionId: region.id });
  const keeping = await makeOffice(db, { regionId: region.id });
  const mailboxId = (await makeMailbox(db, { officeId: keeping.id })).id;
  const letter = await makeLetter(db, { state, mailboxId, leadOfficeId: lead.id, at: sent });
  return {
    region,
    by,
    lead,
    keeping,
    mailboxId,
    letter,
    letterId: letter.id,
    supervisor: await supervisorOf(db, by.id),
  };
}

const ordersOf = async (db: Db, letterId: number, reader: "everybody" | "handlers" = "everybody") =>
  readOrders(db, letterId, reader, (await clocksOf(db, [letterId])).get(letterId) ?? [], now);

describe("an order", () => {
  test(
    "asks the lead office in words, gives it five working days, and everybody sees it with its lamp",
    inRollback(async (db) => {
      const { by, lead, letter, letterId, supervisor } = await makeScene(db);
      await orderLetter(db, supervisor, { letterId, ...asks }, now);
      expect(await runningClock(db, letter, "order")).toMatchObject({ officeId: lead.id, dueOn: "2026-09-29" });
      expect(await ordersOf(db, letterId)).toMatchObject([
        {
          level: "order",
          channel: "phone",
          words: asks.words,
          by: { slug: by.slug },
          to: { slug: lead.slug },
          light: { lamp: "green" },
        },
      ]);
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({
        what: "letter.order",
        public: true,
        role: "supervisor",
        officeId: by.id,
        counts: { level: "order", channel: "phone", to: lead.slug, due: "2026-09-29" },
      });
    }),
  );

  test(
    "may name its own date, within sixty days",
    inRollback(async (db) => {
      const { letter, letterId, supervisor } = await makeScene(db);
      const order = (due: string) => orderLetter(db, supervisor, { letterId, ...asks, due }, now);
      for (const due of ["2026-09-20", "2026-11-21"]) {
        await expect(order(due)).rejects.toMatchObject({ key: "supervision.dateOutside", details: { days: 60 } });
      }
      await order("2026-09-26");
      expect(await runningClock(db, letter, "order")).toMatchObject({ dueOn: "2026-09-26" });
    }),
  );

  test(
    "never goes to one's own office, nor without words, nor from somebody who does not supervise there",
    inRollback(async (db) => {
      const { by, letterId, supervisor, mailboxId, lead } = await makeScene(db);
      const own = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: by.id, at: sent });
      await expect(orderLetter(db, supervisor, { letterId: own.id, ...asks }, now)).rejects.toMatchObject({
        key: "supervision.ownOffice",
      });
      await expect(orderLetter(db, supervisor, { letterId, ...asks, words: " " }, now)).rejects.toMatchObject({
        key: "letters.wordsMissing",
      });
      await expect(orderLetter(db, await makeHandler(db, lead.id), { letterId, ...asks }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
      const elsewhere = await supervisorOf(db, (await makeOffice(db, { supervises: true })).id);
      await expect(orderLetter(db, elsewhere, { letterId, ...asks }, now)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "does not exist for an accusation, and is told to nobody once its letter turns out to be one",
    inRollback(async (db) => {
      const { letterId, keeping, supervisor, mailboxId, lead } = await makeScene(db, "submitted");
      const accusation = await makeLetter(db, {
        state: "assigned",
        kind: "accusation",
        visibility: "handlers",
        mailboxId,
        leadOfficeId: lead.id,
        at: sent,
      });
      await expect(orderLetter(db, supervisor, { letterId: accusation.id, ...asks }, now)).rejects.toMatchObject({
        key: "letters.missing",
      });
      await orderLetter(db, supervisor, { letterId, ...asks }, now);
      expect((await listOrders(db, supervisor, {}, now)).rows).toHaveLength(1);
      const operator = await makeOperator(db, keeping.id);
      await acceptLetter(db, operator, { letterId, kind: "accusation", termClass: "ordinary" }, now);
      expect((await listOrders(db, supervisor, {}, now)).rows).toEqual([]);
      expect((await listOrders(db, operator, {}, now)).rows).toEqual([]);
      expect((await countLadder(db, supervisor)).order).toBe(0);
    }),
  );
});

describe("the answer to an order", () => {
  test(
    "comes from the office that was asked, stops the order's clock alone, and is given once",
    inRollback(async (db) => {
      const { letter, letterId, lead, supervisor } = await makeScene(db);
      const { id: orderId } = await orderLetter(db, supervisor, { letterId, ...asks }, now);
      const say = (actor: Parameters<typeof respondToOrder>[1]) =>
        respondToOrder(db, actor, { letterId, orderId, words: "周五前换完阀门。" }, on("2026-09-22"));
      await expect(say(supervisor)).rejects.toMatchObject({ key: "forbidden" });
      const handler = await makeHandler(db, lead.id);
      await say(handler);
      await expect(say(handler)).rejects.toMatchObject({ key: "supervision.responded" });
      expect(await runningClock(db, letter, "order")).toBeUndefined();
      expect(await runningClock(db, letter, "finish")).toBeDefined();
      expect(await ordersOf(db, letterId)).toMatchObject([
        { state: "responded", answer: { words: "周五前换完阀门。" }, light: { lamp: "met" } },
      ]);
    }),
  );

  test(
    "comes from whoever has to accept, while nobody leads; the mailbox's operator does not answer for the triage office",
    inRollback(async (db) => {
      const { letterId, keeping, supervisor } = await makeScene(db, "submitted");
      const { id: orderId, toOfficeId } = await orderLetter(db, supervisor, { letterId, ...asks }, now);
      expect(toOfficeId).toBe(keeping.id);
      const words = "今天受理。";
      await respondToOrder(db, await makeOperator(db, keeping.id), { letterId, orderId, words }, now);
      const triage = await makeTriage(db, (await makeRegion(db)).id);
      await expect(respondToOrder(db, triage, { letterId, orderId, words }, now)).rejects.toMatchObject({
        key: "letters.missing",
      });
    }),
  );
});

describe("an order ends", () => {
  test(
    "lifted by who issued it, not by another supervising office; nothing is done with it twice",
    inRollback(async (db) => {
      const { region, letterId, supervisor } = await makeScene(db);
      const { id: orderId } = await orderLetter(db, supervisor, { letterId, ...asks }, now);
      const other = await supervisorOf(db, (await makeOffice(db, { regionId: region.id, supervises: true })).id);
      await expect(liftOrder(db, other, { letterId, orderId }, now)).rejects.toMatchObject({ key: "forbidden" });
      await liftOrder(db, supervisor, { letterId, orderId, words: "已按期办结。" }, now);
      expect(await ordersOf(db, letterId)).toMatchObject([{ state: "lifted", ended: { words: "已按期办结。" } }]);
      await expect(liftOrder(db, supervisor, { letterId, orderId }, now)).rejects.toMatchObject({
        key: "supervision.orderOver",
      });
    }),
  );

  test(
    "in the next one: escalated on a higher step, lifted on the same, never on a lower one",
    inRollback(async (db) => {
      const { letterId, supervisor } = await makeScene(db, "closed");
      const go = (level: "order" | "talk" | "urge", after?: number) =>
        orderLetter(db, supervisor, { letterId, ...asks, level, channel: "onsite", ...(after && { after }) }, now);
      const first = await go("order");
      const second = await go("order", first.id);
      await expect(go("urge", second.id)).rejects.toMatchObject({ key: "supervision.notLower" });
      await go("talk", second.id);
      expect((await ordersOf(db, letterId)).map(({ level, state, ended }) => [level, state, ended?.words])).toEqual([
        ["order", "lifted", null],
        ["order", "escalated", null],
        ["talk", "issued", undefined],
      ]);
      expect(await countLadder(db, supervisor)).toMatchObject({ order: 0, talk: 1 });
    }),
  );
});

describe("the list of orders", () => {
  test(
    "shows what presses first, page by page, to who issued, to who has to answer, and to nobody else",
    inRollback(async (db) => {
      const { letterId, lead, supervisor } = await makeScene(db);
      const due = ["2026-09-28", "2026-09-24", "2026-09-26"];
      for (const one of due) await orderLetter(db, supervisor, { letterId, ...asks, due: one }, now);
      const dates = async (after?: number) => {
        const page = await listOrders(db, supervisor, { show: "awaiting", after }, now, 2);
        return { days: page.rows.map(({ light }) => light?.dueOn), next: page.next };
      };
      const first = await dates();
      expect(first).toMatchObject({ days: ["2026-09-24", "2026-09-26"] });
      expect(await dates(first.next!)).toEqual({ days: ["2026-09-28"], next: null });

      const handler = await makeHandler(db, lead.id);
      expect((await listOrders(db, handler, { show: "overdue" }, on("2026-09-25"))).rows).toHaveLength(1);
      expect((await listOrders(db, handler, { show: "ended" }, now)).rows).toEqual([]);
      expect(
        (await listOrders(db, handler, { office: lead.slug, channel: "phone", level: "order" }, now)).rows,
      ).toHaveLength(3);
      expect((await listOrders(db, await makeHandler(db), {}, now)).rows).toEqual([]);
      await expect(listOrders(db, await makePerson(db), {}, now)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
