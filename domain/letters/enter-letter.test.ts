import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letterContacts } from "#db/schema/index.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { acceptLetter } from "./accept-letter.ts";
import { askWriter } from "./ask-and-supply.ts";
import { enterLetter } from "./enter-letter.ts";
import { enterInput } from "./entering.ts";
import { readLetterFor } from "./read-letter-for.ts";
import { readPublicLetter } from "./read-public-letter.ts";

const typed = {
  via: "phone",
  kind: "help",
  title: "候车亭座椅坏了",
  body: "来电人说村口候车亭的座椅断了一条腿。",
  name: "张三",
  phone: "13800000000",
  visibility: "nameless",
  consent: "on",
};

async function makeWorld(db: Db) {
  const office = await makeOffice(db);
  const mailbox = await makeMailbox(db, { officeId: office.id });
  const operator = await makeOperator(db, office.id);
  const input: z.output<typeof enterInput> = enterInput.parse({ ...typed, mailbox: mailbox.slug });
  return { office, mailbox, operator, input };
}

const now = on("2026-09-18");

describe("writing down for somebody", () => {
  test(
    "gives the letter its number and its time at once, with no account behind it",
    inRollback(async (db) => {
      const { office, operator, input } = await makeWorld(db);
      const { letter } = await enterLetter(db, operator, input, now);
      expect(letter).toMatchObject({ state: "submitted", authorId: null, sourceOfficeId: office.id, via: "phone" });
      expect(letter.number).toMatch(/^HY-2026-\d{5}$/);
      expect(await runningClock(db, letter, "accept")).toMatchObject({ officeId: office.id, dueOn: "2026-09-22" });
      expect((await eventsOf(db, letter)).at(0)).toMatchObject({
        what: "letter.enter",
        role: "operator",
        public: false,
      });
      const [contact] = await db.select().from(letterContacts).where(eq(letterContacts.letterId, letter.id));
      expect(contact).toBeDefined();
      expect(JSON.stringify(contact)).not.toMatch(/张三|13800000000/);
    }),
  );

  test(
    "says on the page who wrote it down, and asks nobody who is not there",
    inRollback(async (db) => {
      const { office, operator, input } = await makeWorld(db);
      const { letter } = await enterLetter(db, operator, input, now);
      const own = { letterId: letter.id, kind: "help", termClass: "ordinary" } as const;
      await acceptLetter(db, operator, { ...own, publicTitle: input.title, publicBody: input.body }, now);
      expect(await readPublicLetter(db, letter.number, now)).toMatchObject({
        source: { slug: office.slug },
        nickname: null,
        comment: null,
      });
      const desk = await readLetterFor(db, operator, letter.number, now);
      expect(desk).toMatchObject({ entered: true, awaitsConsent: false });
      const ask = askWriter(db, operator, { letterId: letter.id, words: "在哪个村？" }, now);
      await expect(ask).rejects.toMatchObject({ key: "letters.noWriter" });
    }),
  );

  test(
    "is for those who keep the mailbox",
    inRollback(async (db) => {
      const { office, input } = await makeWorld(db);
      const others = [
        await makeOperator(db),
        await makeHandler(db, office.id),
        await makePerson(db, [{ role: "triage", regionId: office.regionId }]),
        await makeCitizen(db),
      ];
      for (const other of others) {
        await expect(enterLetter(db, other, input, now)).rejects.toMatchObject({ key: "forbidden" });
      }
    }),
  );

  test("needs the person's own word before it is published, and takes no accusation", () => {
    const parse = (given: object) => enterInput.safeParse({ ...typed, mailbox: "m", ...given });
    expect(parse({}).success).toBe(true);
    expect(parse({ consent: undefined }).error?.issues[0]).toMatchObject({ message: "letters.enteredConsentMissing" });
    expect(parse({ consent: undefined, visibility: "handlers" }).success).toBe(true);
    expect(parse({ kind: "accusation" }).error?.issues[0]).toMatchObject({ message: "letters.kindMissing" });
    expect(parse({ via: "letter" }).error?.issues[0]).toMatchObject({ message: "letters.viaMissing" });
  });
});
