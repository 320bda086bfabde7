import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { closeMailbox } from "./change-mailbox.ts";
import { closeOffice } from "./close-office.ts";

const now = on("2026-09-18");

/** Does the first, and before it is committed begins the second; answers what became of each: "done" or the refusal. */
async function oneInTheOther(db: Db, first: (tx: Db) => Promise<unknown>, second: (db: Db) => Promise<unknown>) {
  const said = (doing: Promise<unknown>) =>
    doing.then(
      () => "done",
      (error: Error) => error.message,
    );
  let meanwhile = Promise.resolve("");
  const whole = await said(
    transact(db, async (tx) => {
      await first(tx);
      meanwhile = said(second(db));
      await pause(200);
    }),
  );
  return [whole, await meanwhile];
}

async function makeCity(db: Db) {
  const region = await makeRegion(db);
  const administrator = await makePerson(db, [{ role: "administrator", regionId: region.id }]);
  return { administrator, office: await makeOffice(db, { regionId: region.id }) };
}

test("an office is closed or given a letter, never both", async () => {
  const { db } = await ownDatabase();
  for (const closesFirst of [true, false]) {
    const { administrator, office } = await makeCity(db);
    const letter = await makeLetter(db, { state: "accepted" });
    const operator = await makeOperator(db, letter.mailbox.officeId);
    const close = (on: Db) => closeOffice(on, administrator, { office: office.slug }, now);
    const assign = (on: Db) => assignLetter(on, operator, { letterId: letter.id, lead: office.slug }, now);
    expect(await oneInTheOther(db, closesFirst ? close : assign, closesFirst ? assign : close)).toEqual(
      closesFirst ? ["done", "letters.officeClosed"] : ["done", "administration.officeHasLetters"],
    );
  }
});

test("a mailbox is closed or written to, never both", async () => {
  const { db } = await ownDatabase();
  for (const closesFirst of [true, false]) {
    const { administrator, office } = await makeCity(db);
    const mailbox = await makeMailbox(db, { officeId: office.id });
    const writer = await makeCitizen(db);
    const letter = { kind: "help", visibility: "handlers", title: "水", body: "没水", mailbox: mailbox.slug } as const;
    const close = (on: Db) => closeMailbox(on, administrator, { mailbox: mailbox.slug }, now);
    const send = (on: Db) => sendLetter(on, writer, { ...letter, via: "letter" }, now);
    expect(await oneInTheOther(db, closesFirst ? close : send, closesFirst ? send : close)).toEqual(
      closesFirst ? ["done", "letters.mailboxClosed"] : ["done", "administration.mailboxHasLetters"],
    );
  }
});
