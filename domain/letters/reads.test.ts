import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { clocks, letters, notices } from "#db/schema/index.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { lightOf } from "#domain/calendar/light.ts";
import type { Working } from "#domain/calendar/working.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { askWriter, supplyWords } from "./ask-and-supply.ts";
import { claimLetter } from "./claims.ts";
import { instruct } from "./instruct.ts";
import { burning, lampSql } from "./lamps.ts";
import { readLeaderToday } from "./leader-today.ts";
import { readLightsBoard } from "./lights-board.ts";
import { listDeskLetters } from "./list-desk-letters.ts";
import { listMyLetters } from "./list-my-letters.ts";
import { listPublicLetters } from "./list-public-letters.ts";
import { lookUpLetter, writerByPass } from "./look-up.ts";
import { openLetter, readContact } from "./open-letter.ts";
import { hideLetter, publishLetter } from "./publish-letter.ts";
import { readLetterFor } from "./read-letter-for.ts";
import { readPublicLetter } from "./read-public-letter.ts";
import { noteInternally } from "./report-progress.ts";
import { runningLamps } from "./running-lamps.ts";

const sent = on("2026-09-18");

describe("a letter for everybody", () => {
  test(
    "published: confirmed text, whose turn until when, every step, and never the original",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", name: "欧阳向往", phone: "13812345678" });
      await db.update(letters).set({ title: "原标题", body: "原文" }).where(eq(letters.id, letter.id));
      const lead = await makeHandler(db, letter.leadOfficeId);
      await askWriter(db, lead, { letterId: letter.id, words: "请报身份证号。" }, on("2026-09-21"));
      const author = (await readPerson(db, letter.authorId!))!;
      await supplyWords(db, author, { letterId: letter.id, words: "11010519491231002X" }, on("2026-09-22"));
      await noteInternally(db, lead, { letterId: letter.id, words: "内部看看。" }, on("2026-09-22"));
      const shown = await readPublicLetter(db, letter.number, on("2026-09-23"));
      if (shown?.face !== "open") throw new Error("not open");
      expect(shown.title).toMatch(/^水压不足/);
      expect(shown.timeline.map(({ what }) => what)).toEqual(["send", "accept", "assign", "ask", "supply"]);
      expect(shown.timeline.find(({ what }) => what === "assign")?.lead?.slug).toBe(shown.offices.at(-1)?.office.slug);
      expect(shown.turn).toMatchObject({ who: "office", what: "finish", dueOn: "2026-10-19" });
      expect(shown.light).toMatchObject({ lamp: "green" });
      expect(shown.nickname).toBeNull();
      const bytes = JSON.stringify(shown);
      for (const secret of [
        "原标题",
        "原文",
        "欧阳",
        "13812345678",
        "11010519491231002X",
        "请报身份证号",
        "内部看看",
        author.nickname,
      ]) {
        expect(bytes).not.toContain(secret);
      }
    }),
  );

  test(
    "not published: number, mailbox, state and lamp, and nothing else",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { visibility: "handlers", state: "accepted" });
      const shown = await readPublicLetter(db, letter.number, sent);
      expect(Object.keys(shown!).sort()).toEqual(["changesAt", "demo", "face", "light", "mailbox", "number", "state"]);
      expect(shown).toMatchObject({ face: "shut", number: letter.number, state: "accepted" });
    }),
  );

  test(
    "hidden: a stone with reason and office",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await hideLetter(db, operator, { letterId: letter.id, code: "minor", words: "写有未成年人。" }, on("2026-09-21"));
      const shown = await readPublicLetter(db, letter.number, on("2026-09-21"));
      expect(shown).toMatchObject({
        face: "stone",
        code: "minor",
        office: { slug: expect.stringMatching(/^office-/) },
      });
      expect(JSON.stringify(shown)).not.toContain("水压不足");
      expect((await readLetterFor(db, operator, letter.number, on("2026-09-21")))?.hidden).toMatchObject({
        code: "minor",
      });
    }),
  );

  test(
    "an accusation, and what is no number, are not there",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { kind: "accusation", state: "assigned" });
      expect(await readPublicLetter(db, letter.number, sent)).toBeNull();
      for (const no of ["HY-2026-99999", "", "'; drop", "\0", "HY-2026-1"]) {
        expect(await readPublicLetter(db, no, sent)).toBeNull();
      }
      expect((await listPublicLetters(db, {}, sent)).letters).toEqual([]);
    }),
  );

  test(
    "in a list comes by pages without a gap, filtered by state, lamp, kind, office and region",
    inRollback(async (db) => {
      const mailboxId = (await makeMailbox(db)).id;
      const author = await makeCitizen(db);
      for (let n = 0; n < 23; n += 1) await makeLetter(db, { mailboxId, author });
      const assigned = await makeLetter(db, { mailboxId, author, state: "assigned" });
      const first = await listPublicLetters(db, {}, sent);
      const second = await listPublicLetters(db, { after: first.next! }, sent);
      const numbers = [...first.letters, ...second.letters].map(({ number }) => number);
      expect(numbers).toEqual([...numbers].sort().reverse());
      expect([new Set(numbers).size, second.next]).toEqual([24, null]);
      expect((await listPublicLetters(db, { state: "assigned" }, sent)).letters).toHaveLength(1);
      expect((await listPublicLetters(db, { kind: "complaint" }, sent)).letters).toHaveLength(1);
      expect((await listPublicLetters(db, { lamp: "red" }, on("2026-10-16"))).letters.at(0)?.number).toBe(
        assigned.number,
      );
      expect((await listPublicLetters(db, { office: "nowhere" }, sent)).letters).toEqual([]);
    }),
  );
});

describe("what was said in public", () => {
  test(
    "goes with a hidden letter, stays for those who handle it, and comes back when it is public again",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const letterId = letter.id;
      const answer = async () =>
        (await eventsOf(db, letter)).find(({ what }) => what === "letter.answer")?.wordsHiddenAt;
      await hideLetter(db, operator, { letterId, code: "minor", words: "写有未成年人。" }, on("2026-09-21"));
      expect(await answer()).toEqual(on("2026-09-21").at);
      const desk = (await readLetterFor(db, operator, letter.number, on("2026-09-21")))!;
      expect(desk.timeline.find(({ what }) => what === "answer")?.answer?.done).toBe("已更换老旧管段。");
      await publishLetter(db, operator, { letterId, publicTitle: "水", publicBody: "没水" }, on("2026-09-22"));
      expect(await answer()).toBeNull();
    }),
  );
});

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

describe("a letter on somebody's desk", () => {
  test(
    "shows handlers the original, the notes and their steps; the writer their own, without the notes",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", phone: "13812345678" });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await noteInternally(db, lead, { letterId: letter.id, words: "内部看看。" }, on("2026-09-21"));
      const desk = (await readLetterFor(db, lead, letter.number, on("2026-09-21")))!;
      expect(desk).toMatchObject({
        body: letter.body,
        contact: { kept: true, mayRead: true },
        isAuthor: false,
        claim: null,
      });
      expect(desk.timeline.at(-1)).toMatchObject({ what: "note", words: "内部看看。", public: false });
      const steps = new Map(desk.steps.map(({ step, obstacle }) => [step, obstacle?.key ?? null]));
      expect(steps.get("answer")).toBeNull();
      expect(steps.get("followUp")).toBe("letters.tooLate");
      expect(steps.has("accept")).toBe(false);

      const author = (await readPerson(db, letter.authorId!))!;
      const own = (await readLetterFor(db, author, letter.number, on("2026-09-21")))!;
      expect(own.timeline.map(({ what }) => what)).not.toContain("note");
      expect(own.contact.mayRead).toBe(false);
      expect(own.steps.filter(({ obstacle }) => !obstacle).map(({ step }) => step)).toEqual(["urge", "withdraw"]);
    }),
  );

  test(
    "is not found by strangers and not by nobody",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      for (const actor of [nobody, await makeCitizen(db), await makeHandler(db), await makeTriage(db)]) {
        expect(await readLetterFor(db, actor, letter.number, sent)).toBeNull();
      }
    }),
  );

  test(
    "proposes what to hide before it is confirmed",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { body: "我是欧阳向往，电话13812345678，住四楼。", name: "欧阳向往" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const desk = await readLetterFor(db, operator, letter.number, sent);
      expect(desk?.proposal?.body.text).toBe("我是（已隐去：姓名），电话（已隐去：手机号），住四楼。");
      expect(desk?.proposal?.body.spans.map(({ kind }) => kind)).toEqual(["name", "mobile"]);
    }),
  );

  test(
    "records each reading once a day, and each opening of the contact",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { phone: "13812345678" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const author = (await readPerson(db, letter.authorId!))!;
      for (const now of [sent, on("2026-09-18", "17:00"), on("2026-09-19")])
        await openLetter(db, operator, letter.number, now);
      await openLetter(db, author, letter.number, sent);
      expect(await readContact(db, operator, { letterId: letter.id }, sent)).toEqual({
        name: null,
        phone: "13812345678",
      });
      const kept = (await eventsOf(db, letter)).slice(1);
      expect(kept.map(({ what, public: open }) => [what, open])).toEqual([
        ["letter.opened", false],
        ["letter.opened", false],
        ["letter.readContact", false],
      ]);
      await expect(readContact(db, author, { letterId: letter.id }, sent)).rejects.toMatchObject({ key: "forbidden" });
      await expect(readContact(db, await makeCitizen(db), { letterId: letter.id }, sent)).rejects.toMatchObject({
        key: "letters.missing",
      });
    }),
  );
});

describe("a queue", () => {
  const byPages = async (db: Db, actor: Parameters<typeof listDeskLetters>[1]) => {
    const ids: number[] = [];
    for (let after: number | undefined; ; ) {
      const page = await listDeskLetters(db, actor, { after }, sent);
      ids.push(...page.rows.map(({ id }) => id));
      if (page.next === null) return { ids, total: page.total };
      after = page.next;
    }
  };

  test(
    "is oldest due first, what was urged before its neighbours, page after page without a gap",
    inRollback(async (db) => {
      const mailbox = await makeMailbox(db);
      const operator = await makeOperator(db, mailbox.officeId);
      const author = await makeCitizen(db);
      const made: { id: number; due: number; urges: number }[] = [];
      for (let n = 0; n < 35; n += 1) {
        const day = String(10 + (n % 9)).padStart(2, "0");
        const letter = await makeLetter(db, {
          mailboxId: mailbox.id,
          author,
          at: on(`2026-09-${day}` as "2026-09-10"),
        });
        const urges = n % 4;
        await db.update(letters).set({ urges }).where(eq(letters.id, letter.id));
        const [clock] = await db.select().from(clocks).where(eq(clocks.letterId, letter.id));
        made.push({ id: letter.id, due: clock!.dueAt.getTime(), urges });
      }
      const expected = made.sort((a, b) => a.due - b.due || b.urges - a.urges || a.id - b.id).map(({ id }) => id);
      expect(await byPages(db, operator)).toEqual({ ids: expected, total: 35 });
      expect(await byPages(db, await makeOperator(db))).toEqual({ ids: [], total: 0 });
    }),
  );

  test(
    "counts by lamp and filters by lamp, lead, claim, step and state",
    inRollback(async (db) => {
      const mailbox = await makeMailbox(db);
      const operator = await makeOperator(db, mailbox.officeId);
      const lead = await makeOffice(db);
      const submitted = await makeLetter(db, { mailboxId: mailbox.id });
      const assigned = await makeLetter(db, { mailboxId: mailbox.id, state: "assigned", leadOfficeId: lead.id });
      const clarifying = await makeLetter(db, { mailboxId: mailbox.id, state: "clarifying" });
      await makeLetter(db, { mailboxId: mailbox.id, state: "answered" });
      await claimLetter(db, operator, { letterId: submitted.id }, sent);
      const list = async (filter: Parameters<typeof listDeskLetters>[2], now = sent) =>
        (await listDeskLetters(db, operator, filter, now)).rows.map(({ id }) => id);
      expect((await listDeskLetters(db, operator, {}, sent)).lamps).toMatchObject({ green: 2, paused: 1, red: 0 });
      expect(await list({ lamp: "red" }, on("2026-09-25"))).toEqual([submitted.id]);
      expect(await list({ lead: lead.slug })).toEqual([assigned.id]);
      expect(await list({ lead: "none" })).toEqual([submitted.id, clarifying.id]);
      expect(await list({ claim: "mine" })).toEqual([submitted.id]);
      expect(await list({ claim: "nobody" })).toEqual([clarifying.id, assigned.id]);
      expect(await list({ step: "accept" })).toEqual([submitted.id]);
      expect(await list({ state: "answered" })).toHaveLength(1);
      expect(await list({ state: "all" })).toHaveLength(4);
      expect(await list({ owner: lead.slug })).toEqual([assigned.id]);
      expect(await list({ card: "yellow" }, on("2026-09-25"))).toEqual([submitted.id]);
      expect((await listDeskLetters(db, operator, {}, sent)).rows[0]?.claim).toMatchObject({ personId: operator.id });
    }),
  );

  test(
    "of the accused never holds their accusation",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      await makeLetter(db, { kind: "accusation", accusedOfficeId: accused.id });
      const page = await listDeskLetters(db, await makeOperator(db, accused.id), { state: "all" }, sent);
      expect([page.rows, page.total]).toEqual([[], 0]);
    }),
  );
});

describe("a leader's day", () => {
  test(
    "is what is theirs and not spoken on, what presses, and what is late",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const holder = await makeHolder(db, leader.id);
      const early = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, at: on("2026-09-10") });
      const late = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, at: on("2026-09-18") });
      await makeLetter(db, { state: "assigned" });
      await instruct(db, holder, { letterId: late.id, words: "限期办好。" }, on("2026-09-18"));
      const today = await readLeaderToday(db, holder, on("2026-10-12"));
      const ids = ({ n, rows }: { n: number; rows: { id: number }[] }) => [n, ...rows.map(({ id }) => id)];
      expect([ids(today.uninstructed), ids(today.amber), ids(today.red)]).toEqual([
        [1, early.id],
        [1, late.id],
        [1, early.id],
      ]);
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

describe("looking up by number and query code", () => {
  test(
    "stands for the writer, for this letter and half an hour",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const found = await lookUpLetter(db, { number: letter.number, code: letter.queryCode }, sent);
      const writer = await writerByPass(db, letter.number, found.pass, sent);
      expect(writer).toMatchObject({ id: letter.authorId, grants: [] });
      const other = await makeLetter(db);
      const minutesLater = { ...sent, at: new Date(sent.at.getTime() + 30 * 60_000) };
      for (const attempt of [
        () => writerByPass(db, other.number, found.pass, sent),
        () => writerByPass(db, letter.number, found.pass, minutesLater),
        () => writerByPass(db, letter.number, `${found.pass}0`, sent),
        () => writerByPass(db, letter.number, "", sent),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ key: "letters.linkExpired" });
      }
    }),
  );

  test(
    "tells a wrong number and a wrong code apart by nothing",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      for (const wrong of [
        { number: letter.number, code: "AAAAAAAA" },
        { number: "HY-2026-99999", code: letter.queryCode },
        { number: "HY-2026-99999", code: "" },
      ]) {
        await expect(lookUpLetter(db, wrong, sent)).rejects.toMatchObject({ key: "letters.notOpened", details: {} });
      }
    }),
  );
});

describe("my letters", () => {
  test(
    "come unread first, page after page, and nobody else's among them",
    inRollback(async (db) => {
      const author = await makeCitizen(db);
      const mailboxId = (await makeMailbox(db)).id;
      const ids: number[] = [];
      for (let n = 0; n < 22; n += 1) ids.push((await makeLetter(db, { author, mailboxId })).id);
      await makeLetter(db, { mailboxId });
      await db
        .insert(notices)
        .values({ personId: author.id, eventId: 1, letterId: ids[3]!, what: "letter.accept", at: sent.at });
      const first = await listMyLetters(db, author, null, sent);
      const second = await listMyLetters(db, author, first.next, sent);
      const rest = ids.filter((id) => id !== ids[3]).reverse();
      expect([...first.letters, ...second.letters].map(({ id }) => id)).toEqual([ids[3], ...rest]);
      expect([first.letters[0]?.unread, second.next]).toEqual([1, null]);
    }),
  );
});
