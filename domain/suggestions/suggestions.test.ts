import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { readLetterFor } from "#domain/letters/read-letter-for.ts";
import { readPublicLetter } from "#domain/letters/read-public-letter.ts";
import { documentsOf } from "#domain/search/documents.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { decideSuggestion, studySuggestion } from "./decide-suggestion.ts";
import { decideInput, suggestionsFilter } from "./input.ts";
import { readLeaderShares } from "./leader-shares.ts";
import { listSuggestions } from "./list-suggestions.ts";
import { readDecisions } from "./read-decisions.ts";

const now = on("2026-09-18");
const later = on("2026-10-20");

const paper = {
  document: "《河源市公园管理办法》",
  documentNumber: "河府〔2026〕18号",
  documentOn: "2026-10-15",
  link: "https://example.org/18",
};
const adopted = { outcome: "adopted" as const, words: "健身区夜灯写进了公园管理办法。", ...paper };
const declined = { outcome: "declined" as const, words: "与现行规划不符，理由见答复。" };
const decide = (letterId: number, given: object) => decideInput.parse({ letterId, ...given });

async function makeSuggestion(db: Db, given: Parameters<typeof makeLetter>[1] = {}) {
  const leader = await makeLeader(db);
  const mailboxId = (await makeMailbox(db, { leaderId: leader.id })).id;
  const letter = await makeLetter(db, { kind: "suggestion", state: "assigned", mailboxId, ...given });
  return { letter, leader, lead: await makeHandler(db, letter.leadOfficeId) };
}

const rowsOf = async (db: Db, filter: object = {}) =>
  (await listSuggestions(db, suggestionsFilter.parse(filter))).rows.filter(({ title }) => title.length > 0);

describe("a suggestion", () => {
  test(
    "is studied, and adopted by a document that everybody can look up; its letter goes its own way",
    inRollback(async (db) => {
      const { letter, lead, leader } = await makeSuggestion(db);
      const studied = await studySuggestion(db, lead, { letterId: letter.id, words: "请园林部门测算。" }, now);
      expect(studied.state).toBe("assigned");
      expect((await rowsOf(db, { leader: leader.handle }))[0]).toMatchObject({
        number: letter.number,
        adoption: { outcome: "studied", document: null },
        words: "请园林部门测算。",
      });
      await decideSuggestion(db, await makeHolder(db, leader.id), decide(letter.id, adopted), later);
      const [row] = await rowsOf(db, { outcome: "adopted", leader: leader.handle });
      expect(row?.words).toBe(adopted.words);
      expect(row?.adoption).toMatchObject({
        outcome: "adopted",
        by: { leader: { handle: leader.handle } },
        document: { name: paper.document, number: paper.documentNumber, on: "2026-10-15", link: paper.link },
      });
      const open = await readPublicLetter(db, letter.number, later);
      expect(open).toMatchObject({ face: "open", adoption: { outcome: "adopted" } });
      const told = open?.face === "open" ? open.timeline : [];
      expect(told.map(({ what }) => what).slice(-2)).toEqual(["study", "adopt"]);
      // What was adopted by which document is sealed with the words.
      expect(told.at(-1)?.words).toBe(`${adopted.words}\n《河源市公园管理办法》 河府〔2026〕18号 2026-10-15`);
      expect(await readDecisions(db, [letter.id])).toMatchObject([{ number: letter.number, document: paper.document }]);
      // Whoever looks for the document finds the letter.
      expect((await documentsOf.letter(db, [letter.id]))[0]?.text).toContain(paper.document);
    }),
  );

  test(
    "is decided once, studied only before that, and by no document of tomorrow",
    inRollback(async (db) => {
      const { letter, lead } = await makeSuggestion(db);
      const study = () => studySuggestion(db, lead, { letterId: letter.id, words: "研究中。" }, now);
      await study();
      await expect(study()).rejects.toMatchObject({ key: "suggestions.studied" });
      await expect(decideSuggestion(db, lead, decide(letter.id, adopted), now)).rejects.toMatchObject({
        key: "suggestions.documentAhead",
      });
      expect(await readDecisions(db, [letter.id])).toEqual([]);
      await decideSuggestion(db, lead, decide(letter.id, { ...declined, ...paper }), later);
      expect((await rowsOf(db)).find(({ number }) => number === letter.number)?.adoption).toMatchObject({
        outcome: "declined",
        document: null,
      });
      await expect(decideSuggestion(db, lead, decide(letter.id, adopted), later)).rejects.toMatchObject({
        key: "suggestions.decided",
      });
      await expect(study()).rejects.toMatchObject({ key: "suggestions.decided" });
    }),
  );

  test(
    "is decided by nobody else, and a letter of another kind is none",
    inRollback(async (db) => {
      const { letter, lead } = await makeSuggestion(db);
      const strangers = [
        await makeCitizen(db),
        await makeHandler(db),
        await makeHolder(db, (await makeLeader(db)).id),
        await makePerson(db, [{ role: "moderator", regionId: letter.regionId }]),
      ];
      for (const actor of strangers) {
        const refused = { key: "forbidden" };
        await expect(decideSuggestion(db, actor, decide(letter.id, adopted), later)).rejects.toMatchObject(refused);
        await expect(studySuggestion(db, actor, { letterId: letter.id, words: "研究。" }, later)).rejects.toMatchObject(
          refused,
        );
      }
      expect(await rowsOf(db, { outcome: "adopted" })).not.toContainEqual(
        expect.objectContaining({ number: letter.number }),
      );
      const help = await makeSuggestion(db, { kind: "help" });
      await expect(decideSuggestion(db, help.lead, decide(help.letter.id, adopted), later)).rejects.toMatchObject({
        key: "suggestions.none",
      });
      const offered = async (actor: typeof lead, number: string) =>
        (await readLetterFor(db, actor, number, now))?.steps.find(({ step }) => step === "adopt")?.obstacle?.key;
      expect(await offered(lead, letter.number)).toBeUndefined();
      expect(await offered(help.lead, help.letter.number)).toBe("suggestions.none");
    }),
  );

  test(
    "credits its writer by their own choice, and stands in no list while it is not public",
    inRollback(async (db) => {
      const named = await makeSuggestion(db, { visibility: "nickname" });
      const nameless = await makeSuggestion(db);
      const shut = await makeSuggestion(db, { visibility: "handlers" });
      for (const { letter, lead } of [named, nameless, shut]) {
        await decideSuggestion(db, lead, decide(letter.id, adopted), later);
      }
      const rows = await rowsOf(db);
      const nicknameOf = (number: string) => rows.find((row) => row.number === number)?.nickname;
      expect(nicknameOf(named.letter.number)).toEqual(expect.any(String));
      expect(nicknameOf(nameless.letter.number)).toBeNull();
      expect(rows.map(({ number }) => number)).not.toContain(shut.letter.number);
      expect(await readDecisions(db, [shut.letter.id])).toEqual([]);
      const handles = (await readLeaderShares(db)).map(({ leader }) => leader.handle);
      expect(handles).toContain(named.leader.handle);
      expect(handles).not.toContain(shut.leader.handle);
    }),
  );

  test(
    "counts for its leader: adopted whole or in part, of what is decided",
    inRollback(async (db) => {
      const { letter, lead, leader } = await makeSuggestion(db);
      await decideSuggestion(db, lead, decide(letter.id, adopted), later);
      for (const given of [{ ...adopted, outcome: "partly" }, declined, null]) {
        const more = await makeSuggestion(db, { mailboxId: letter.mailboxId });
        if (given) await decideSuggestion(db, more.lead, decide(more.letter.id, given), later);
        else await studySuggestion(db, more.lead, { letterId: more.letter.id, words: "研究中。" }, later);
      }
      const share = (await readLeaderShares(db)).find((one) => one.leader.handle === leader.handle);
      expect(share).toMatchObject({ adopted: 1, partly: 1, decided: 3 });
    }),
  );

  test(
    "is listed page by page, each once, by outcome and region",
    inRollback(async (db) => {
      const { letter, lead, leader } = await makeSuggestion(db);
      await decideSuggestion(db, lead, decide(letter.id, adopted), later);
      for (let n = 0; n < 21; n += 1) {
        const one = await makeSuggestion(db, { mailboxId: letter.mailboxId });
        await studySuggestion(db, one.lead, { letterId: one.letter.id, words: "研究中。" }, later);
      }
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await listSuggestions(db, suggestionsFilter.parse({ leader: leader.handle, after }));
        seen.push(...page.rows.map(({ number }) => number));
        if (page.next === null) break;
        after = page.next;
      }
      expect([seen.length, new Set(seen).size]).toEqual([22, 22]);
      expect(await rowsOf(db, { leader: leader.handle, outcome: "adopted" })).toHaveLength(1);
      expect(await rowsOf(db, { leader: leader.handle, region: "nowhere" })).toEqual([]);
    }),
  );
});

describe("what is filled in", () => {
  test("names document and day of what is adopted, and links only to a secured public address", () => {
    const problemsOf = (given: object) =>
      decideInput.safeParse({ letterId: 1, ...given }).error?.issues.map(({ message }) => message) ?? [];
    expect(problemsOf(adopted)).toEqual([]);
    expect(problemsOf(declined)).toEqual([]);
    expect(problemsOf({ ...adopted, document: "", documentOn: "" })).toEqual([
      "suggestions.documentMissing",
      "suggestions.dateMissing",
    ]);
    for (const link of ["http://example.org", "javascript:alert(1)", "example.org"]) {
      expect(new Set(problemsOf({ ...adopted, link }))).toEqual(new Set(["suggestions.linkMalformed"]));
    }
    expect(problemsOf({ ...adopted, documentOn: "2026-02-30" })).toEqual(["suggestions.dateMalformed"]);
  });
});
