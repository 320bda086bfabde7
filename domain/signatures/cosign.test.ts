import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events, letters, signatures } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { mergeLetter } from "#domain/letters/merge-letters.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeCitizen, makeHandler, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { cosignLetter, mostContacts, takeBackSignature } from "./cosign.ts";
import { readContacts, readJointLetter, readMySignature } from "./read-signers.ts";
import { sumSignatures } from "./sum.ts";

const now = on("2026-09-21");
const stored = async (db: Db, { id }: { id: number }) =>
  (await db.select({ n: letters.cosigners }).from(letters).where(eq(letters.id, id)))[0]!.n;
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => error.key,
  );

describe("standing beside a letter", () => {
  test(
    "counts once a person, is named unless they would rather not be, and can be taken back",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const { number } = letter;
      const [a, b] = [await makeCitizen(db), await makeCitizen(db)];
      expect(await cosignLetter(db, a, { number }, now)).toMatchObject({ already: false, contact: false });
      expect(await cosignLetter(db, a, { number, nameHidden: "on" }, now)).toMatchObject({ already: true });
      await cosignLetter(db, b, { number, nameHidden: "on" }, now);
      expect(await sumSignatures(db, now)).toBe(2);
      expect(await stored(db, letter)).toBe(2);
      expect(await readJointLetter(db, number, null)).toMatchObject({
        cosigners: 2,
        signers: [{ nickname: a.nickname }],
      });
      expect(await readMySignature(db, b, number)).toMatchObject({ nameHidden: true });

      await takeBackSignature(db, b, { number }, now);
      expect(await stored(db, letter)).toBe(1);
      expect(await refused(takeBackSignature(db, b, { number }, now))).toBe("signatures.notSigned");
      // Taken back before it was counted, it is never counted.
      await cosignLetter(db, b, { number }, now);
      await takeBackSignature(db, b, { number }, now);
      expect(await sumSignatures(db, now)).toBe(0);
      expect(await stored(db, letter)).toBe(1);
    }),
  );

  test(
    "tells the letter's readers once for all who signed, and nobody when nothing changed",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      for (let n = 0; n < 3; n += 1) await cosignLetter(db, await makeCitizen(db), { number: letter.number }, now);
      await sumSignatures(db, now);
      await sumSignatures(db, now);
      const told = await db.select().from(events).where(eq(events.what, "signatures.counted"));
      expect(told.map(({ topics }) => topics)).toEqual([[`letter:${letter.number}`]]);
    }),
  );

  test(
    "is read page by page, nobody twice and nobody left out",
    inRollback(async (db) => {
      const { number } = await makeLetter(db, { state: "accepted" });
      const all: string[] = [];
      for (let n = 0; n < 7; n += 1) {
        const citizen = await makeCitizen(db);
        all.push(citizen.nickname);
        await cosignLetter(db, citizen, { number }, on("2026-09-21", n < 4 ? "10:00" : "11:00"));
      }
      const seen: string[] = [];
      for (let after: number | null = null, more = true; more; more = after !== null) {
        const page: Awaited<ReturnType<typeof readJointLetter>> = await readJointLetter(db, number, after, 3);
        seen.push(...page!.signers.map(({ nickname }) => nickname));
        after = page!.next;
      }
      expect(seen).toEqual(all);
    }),
  );

  test(
    "has five contacts at most, whoever else offers",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const offered = [];
      for (let n = 0; n <= mostContacts; n += 1) {
        const done = await cosignLetter(db, await makeCitizen(db), { number: letter.number, contact: "on" }, now);
        offered.push(done.contact);
      }
      expect(offered).toEqual([true, true, true, true, true, false]);
      expect(await readContacts(db, letter.id)).toHaveLength(5);
    }),
  );

  test(
    "is refused to who is not a verified citizen, to the writer, and where nothing is public or open",
    inRollback(async (db) => {
      const author = await makeCitizen(db);
      const citizen = await makeCitizen(db);
      const open = await makeLetter(db, { state: "assigned", author });
      const sign = (by: Parameters<typeof cosignLetter>[1], number: string) =>
        refused(cosignLetter(db, by, { number }, now));
      expect(await sign(nobody, open.number)).toBe("signInFirst");
      expect(await sign(await makeHandler(db), open.number)).toBe("signatures.notForDesks");
      expect(await sign(await makePerson(db, [], { verifiedAt: null }), open.number)).toBe("signatures.verifiedOnly");
      expect(await sign(author, open.number)).toBe("signatures.ownLetter");
      const unpublished = await makeLetter(db);
      const own = await makeLetter(db, { state: "assigned", visibility: "handlers" });
      const accusation = await makeLetter(db, { state: "assigned", kind: "accusation" });
      for (const { number } of [unpublished, own, accusation])
        expect(await sign(citizen, number)).toBe("signatures.nothingThere");
      expect(await sign(citizen, "HY-1999-00001")).toBe("signatures.nothingThere");
      const guest = await makeLetter(db, { state: "accepted", mailboxId: open.mailboxId });
      const triage = await makeTriage(db, open.mailbox.lineage[0]!);
      await mergeLetter(db, triage, { letterId: guest.id, host: open.number, words: "" }, now);
      expect(await sign(citizen, guest.number)).toBe("signatures.merged");
      expect(await db.select().from(signatures)).toEqual([]);
    }),
  );

  test(
    "ends with the letter: what was signed then stays",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const [citizen, late] = [await makeCitizen(db), await makeCitizen(db)];
      await cosignLetter(db, citizen, { number: letter.number }, now);
      await db.update(letters).set({ state: "answered" }).where(eq(letters.id, letter.id));
      expect(await refused(cosignLetter(db, late, { number: letter.number }, now))).toBe("signatures.over");
      expect(await refused(takeBackSignature(db, citizen, { number: letter.number }, now))).toBe(
        "signatures.notSigned",
      );
    }),
  );
});

interface Deed {
  person: number;
  letter: number;
  what: "sign" | "takeBack" | "sum";
}

const deed: fc.Arbitrary<Deed> = fc.record({
  person: fc.nat(4),
  letter: fc.nat(1),
  what: fc.constantFrom("sign", "sign", "takeBack", "sum"),
});

test("whoever signs, takes back and counts at the same time: the stored count is the number of signatures", async () => {
  const { db } = await ownDatabase();
  const two = [await makeLetter(db, { state: "assigned" }), await makeLetter(db, { state: "accepted" })];
  const people = await Promise.all(Array.from({ length: 5 }, () => makeCitizen(db)));
  const act = ({ person, letter, what }: Deed) => {
    const { number } = two[letter]!;
    if (what === "sum") return sumSignatures(db, now);
    const done =
      what === "sign"
        ? cosignLetter(db, people[person]!, { number, contact: "on" }, now)
        : takeBackSignature(db, people[person]!, { number }, now);
    return refused(done);
  };
  const run = async (deeds: Deed[]) => {
    await Promise.all(deeds.map(act));
    await sumSignatures(db, now, true);
    const all = await db.select().from(signatures);
    for (const letter of two) {
      expect(await stored(db, letter)).toBe(all.filter(({ letterId }) => letterId === letter.id).length);
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 20 }), run), { numRuns: 25 });
}, 60_000);
