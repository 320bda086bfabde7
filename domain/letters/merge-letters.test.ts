import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { clocks, letters, offices, ratings, signatures } from "#db/schema/index.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { isRefusal } from "#domain/refusal.ts";
import { cosignLetter } from "#domain/signatures/cosign.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { acceptLetter } from "./accept-letter.ts";
import { answerLetter } from "./answer-letter.ts";
import { assignLetter } from "./assign-letter.ts";
import { letterClocks } from "./clock-kinds.ts";
import { lapseJudgings } from "./lapse.ts";
import { findLetter } from "./letter.ts";
import { listDeskLetters } from "./list-desk-letters.ts";
import { mergeLetter, splitLetter } from "./merge-letters.ts";
import { rateLetter, reopenLetter } from "./rate-letter.ts";
import { readLetterFor } from "./read-letter-for.ts";
import { readPublicLetter } from "./read-public-letter.ts";
import { refuseLetter } from "./refuse-letter.ts";
import { isOpen } from "./step-states.ts";
import { withdrawLetter } from "./withdraw-letter.ts";

const parts = (n: number | string) => ({
  facts: `四楼以上早晚高峰没有水，第 ${n} 次查看属实，水压不足。`,
  basis: `《城市供水条例》第二十二条；会议纪要〔${n}〕。`,
  done: `第 ${n} 段老旧管道已经更换，水压恢复。`,
  next: `可致电供水科，分机 ${n}。`,
});
const verdict = { solved: "no", attitude: "dissatisfied", speed: "acceptable" } as const;

async function makeWorld(db: Db) {
  const region = await makeRegion(db);
  const office = await makeOffice(db, { regionId: region.id });
  const lead = await makeOffice(db, { regionId: region.id });
  const mailbox = await makeMailbox(db, { officeId: office.id });
  const triage = await makeTriage(db, region.id);
  const make = (state: "submitted" | "accepted" | "assigned" | "answered" | "clarifying", author?: Person) =>
    makeLetter(db, { state, mailboxId: mailbox.id, leadOfficeId: lead.id, ...(author && { author }) });
  return { region, lead, triage, make, handler: await makeHandler(db, lead.id) };
}

const at = on("2026-09-21");
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => error.key,
  );

describe("merging", () => {
  test(
    "stops the guest's clocks and takes it off the queue; a split lets it go on with the dates it had",
    inRollback(async (db) => {
      const { triage, make } = await makeWorld(db);
      const [host, guest] = [await make("assigned"), await make("accepted")];
      const due = (await runningClock(db, guest, "finish"))!;
      const merged = await mergeLetter(db, triage, { letterId: guest.id, host: host.number, words: "" }, at);
      expect(merged).toMatchObject({ state: "accepted", mergedInto: host.id, number: guest.number });
      expect(await runningClock(db, guest, "finish")).toBeUndefined();
      const queue = async () => (await listDeskLetters(db, triage, {}, at)).rows.map(({ id }) => id);
      expect(await queue()).toEqual([host.id]);
      const page = await readPublicLetter(db, guest.number, at);
      expect(page).toMatchObject({ light: { what: "accept" }, host: { speaks: true, brief: { number: host.number } } });
      expect(await readPublicLetter(db, host.number, at)).toMatchObject({ guests: [{ number: guest.number }] });

      const alone = await splitLetter(db, triage, { letterId: guest.id, words: "不是同一件事。" }, on("2026-09-22"));
      expect(alone).toMatchObject({ state: "accepted", mergedInto: null });
      expect(await runningClock(db, guest, "finish")).toEqual(due);
      expect(await queue()).toEqual(expect.arrayContaining([host.id, guest.id]));
    }),
  );

  test(
    "tells nobody that a letter which is not public is like a public one",
    inRollback(async (db) => {
      const { triage, make } = await makeWorld(db);
      const host = await make("assigned");
      const guest = await makeLetter(db, { state: "accepted", visibility: "handlers", mailboxId: host.mailboxId });
      await mergeLetter(db, triage, { letterId: guest.id, host: host.number, words: "" }, at);
      expect(await readPublicLetter(db, host.number, at)).toMatchObject({ guests: [] });
      expect(JSON.stringify(await readPublicLetter(db, guest.number, at))).not.toContain(host.number);
    }),
  );

  test(
    "gives the guest the host's answer, and each writer a rating, a reopening and a judging time of their own",
    inRollback(async (db) => {
      const { triage, make, handler, lead } = await makeWorld(db);
      const writer = await makeCitizen(db);
      const [host, guest] = [await make("assigned"), await make("submitted", writer)];
      await mergeLetter(db, triage, { letterId: guest.id, host: host.number, words: "" }, at);
      await answerLetter(db, handler, { letterId: host.id, ...parts(1) }, on("2026-09-23"));
      const answered = (await findLetter(db, guest.id))!;
      expect(answered).toMatchObject({ state: "answered", leadOfficeId: lead.id, answeredAt: on("2026-09-23").at });
      const [own, hosts] = [await eventsOf(db, guest), await eventsOf(db, host)];
      expect(own.at(-1)).toMatchObject({ what: "letter.answer", words: hosts.at(-1)!.words, officeId: lead.id });
      expect(await runningClock(db, guest, "judging")).toMatchObject({
        dueOn: (await runningClock(db, host, "judging"))!.dueOn,
      });

      const again = await reopenLetter(
        db,
        writer,
        { letterId: guest.id, ...verdict, solved: "no", words: "三楼还是没有水。" },
        on("2026-09-24"),
      );
      expect(again).toMatchObject({ state: "assigned", mergedInto: null, round: 2 });
      expect((await findLetter(db, host.id))!.state).toBe("answered");
    }),
  );

  test(
    "makes nothing overdue punctual: the guest's own time has gone on",
    inRollback(async (db) => {
      const { triage, make, handler } = await makeWorld(db);
      const guest = await make("accepted");
      const late = on(addDays((await runningClock(db, guest, "finish"))!.dueOn, 3));
      const host = await make("assigned");
      await mergeLetter(db, triage, { letterId: guest.id, host: host.number, words: "" }, at);
      await answerLetter(db, handler, { letterId: host.id, ...parts(2) }, late);
      const [finish] = await db
        .select()
        .from(clocks)
        .where(eq(clocks.letterId, guest.id))
        .orderBy(asc(clocks.id))
        .offset(1);
      expect(finish).toMatchObject({ what: "finish", stoppedAt: late.at });
    }),
  );

  test(
    "lets those who have the host read the guest, and act on it no more than that",
    inRollback(async (db) => {
      const { triage, make, handler } = await makeWorld(db);
      const [host, guest] = [await make("assigned"), await make("submitted")];
      expect(await readLetterFor(db, handler, guest.number, at)).toBeNull();
      await mergeLetter(db, triage, { letterId: guest.id, host: host.number, words: "" }, at);
      expect(await readLetterFor(db, handler, guest.number, at)).toMatchObject({ number: guest.number });
      const own = { letterId: guest.id, kind: "complaint", termClass: "ordinary" } as const;
      const accept = acceptLetter(db, triage, { ...own, publicTitle: "水", publicBody: "水" }, at);
      await expect(accept).rejects.toMatchObject({ key: "letters.merged", details: { number: host.number } });
      const answer = answerLetter(db, handler, { letterId: guest.id, ...parts(3) }, at);
      expect(await refused(answer)).toBe("forbidden");
    }),
  );

  test(
    "lets the guest go on alone when the host ends without an answer, or turns out to be an accusation",
    inRollback(async (db) => {
      const { triage, make } = await makeWorld(db);
      const writer = await makeCitizen(db);
      const endings = [
        (letterId: number) => withdrawLetter(db, writer, { letterId }, on("2026-09-22")),
        (letterId: number) =>
          refuseLetter(db, triage, { letterId, code: "unlawful", words: "内容违法。" }, on("2026-09-22")),
        (letterId: number) =>
          acceptLetter(db, triage, { letterId, kind: "accusation", termClass: "ordinary" }, on("2026-09-22")),
      ];
      for (const end of endings) {
        const [host, guest] = [await make("submitted", writer), await make("submitted")];
        await mergeLetter(db, triage, { letterId: guest.id, host: host.number, words: "" }, at);
        await end(host.id);
        expect(await findLetter(db, guest.id)).toMatchObject({ state: "submitted", mergedInto: null });
        expect(await runningClock(db, guest, "accept")).toBeDefined();
        expect((await eventsOf(db, guest)).at(-1)).toMatchObject({ what: "letter.split", role: "clock" });
      }
    }),
  );

  test(
    "is refused across an accusation, into what is over or itself merged, and to who does not triage both",
    inRollback(async (db) => {
      const { triage, make, handler } = await makeWorld(db);
      const [host, guest, third] = [await make("assigned"), await make("accepted"), await make("accepted")];
      const merge = (letterId: number, into: string, by = triage) =>
        refused(mergeLetter(db, by, { letterId, host: into, words: "" }, at));
      const accusation = await makeLetter(db, { kind: "accusation", mailboxId: host.mailboxId });
      expect(await merge(guest.id, accusation.number)).toBe("letters.mergeAccusation");
      const kept = await makeLetter(db, { visibility: "handlers", mailboxId: host.mailboxId });
      expect(await merge(guest.id, kept.number)).toBe("letters.hostPrivate");
      expect(await merge(accusation.id, host.number)).toBe("letters.mergeAccusation");
      expect(await merge(guest.id, (await make("answered")).number)).toBe("letters.hostClosed");
      expect(await merge((await make("clarifying")).id, host.number)).toBe("letters.mergeClarifying");
      expect(await merge(guest.id, guest.number)).toBe("letters.mergeItself");
      expect(await merge(guest.id, (await makeLetter(db)).number)).toBe("letters.hostMissing");
      expect(await merge(guest.id, "HY-1999-00001")).toBe("letters.hostMissing");
      expect(await merge(guest.id, host.number, handler)).toBe("forbidden");
      expect(await merge(guest.id, host.number)).toBeNull();
      expect(await merge(third.id, guest.number)).toBe("letters.hostMerged");
      expect(await merge(host.id, third.number)).toBe("letters.mergeHost");
      expect(await refused(splitLetter(db, triage, { letterId: third.id, words: "" }, at))).toBe("letters.notMerged");
    }),
  );
});

/** What happens to one of four letters, and into which of them it would go. */
interface Deed {
  what: "merge" | "split" | "accept" | "assign" | "answer" | "rate" | "reopen" | "withdraw" | "cosign" | "wait";
  letter: number;
  into: number;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(
    "merge",
    "merge",
    "split",
    "accept",
    "assign",
    "answer",
    "rate",
    "reopen",
    "withdraw",
    "cosign",
    "wait",
  ),
  letter: fc.nat(3),
  into: fc.nat(3),
});

async function makeFour(db: Db) {
  const { triage, make, handler, lead } = await makeWorld(db);
  const writers = await Promise.all(Array.from({ length: 4 }, () => makeCitizen(db)));
  const four = [];
  for (const writer of writers) four.push(await make("submitted", writer));
  const [{ slug } = { slug: "" }] = await db
    .select({ slug: offices.slug })
    .from(offices)
    .where(eq(offices.id, lead.id));
  return { triage, handler, writers, four, slug };
}

type Four = Awaited<ReturnType<typeof makeFour>>;

async function act(db: Db, { triage, handler, writers, four, slug }: Four, { what, letter, into }: Deed, now: Now) {
  const { id: letterId, number } = four[letter]!;
  const writer = (await readPerson(db, writers[letter]!.id))!;
  const acts: Record<Deed["what"], () => Promise<unknown>> = {
    merge: () => mergeLetter(db, triage, { letterId, host: four[into]!.number, words: "" }, now),
    split: () => splitLetter(db, triage, { letterId, words: "" }, now),
    accept: () =>
      acceptLetter(
        db,
        triage,
        { letterId, kind: "complaint", termClass: "ordinary", publicTitle: "没有水", publicBody: "四楼没有水。" },
        now,
      ),
    assign: () => assignLetter(db, triage, { letterId, lead: slug }, now),
    answer: () => answerLetter(db, handler, { letterId, ...parts(now.at.getTime()), asIs: "on" }, now),
    rate: () => rateLetter(db, writer, { letterId, ...verdict }, now),
    reopen: () => reopenLetter(db, writer, { letterId, ...verdict, solved: "no", words: "还是没有水。" }, now),
    withdraw: () => withdrawLetter(db, writer, { letterId }, now),
    cosign: () => cosignLetter(db, writers[into]!, { number }, now),
    wait: () => lapseJudgings(db, now),
  };
  try {
    await acts[what]();
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** What belongs to the letters themselves, and what runs for them. */
async function lookAt(db: Db, ids: number[]) {
  const rows = await db.select().from(letters).where(inArray(letters.id, ids)).orderBy(asc(letters.id));
  const running = await db
    .select({ id: clocks.id, letterId: clocks.letterId, dueAt: clocks.dueAt, startedAt: clocks.startedAt })
    .from(clocks)
    .where(and(inArray(clocks.letterId, ids), inArray(clocks.what, letterClocks), isNull(clocks.stoppedAt)));
  const judged = await db.select().from(ratings).where(inArray(ratings.letterId, ids));
  const signed = await db.select().from(signatures).where(inArray(signatures.letterId, ids));
  return { rows, running: Map.groupBy(running, ({ letterId }) => letterId), judged, signed };
}

type Seen = Awaited<ReturnType<typeof lookAt>>;
type Row = Seen["rows"][number];

const keeps = ({ id, number, authorId, sentAt, title, body }: Row) => ({ id, number, authorId, sentAt, title, body });
const where = (seen: Seen, id: number) => ({
  state: seen.rows.find((row) => row.id === id)!.state,
  clocks: seen.running.get(id) ?? [],
});

test(
  "whatever is merged, split and done in whatever order: no number, signer or rating is lost, and a split restores",
  inRollback(async (db) => {
    const run = async (deeds: Deed[]) => {
      const world = await makeFour(db);
      const ids = world.four.map(({ id }) => id);
      let before = await lookAt(db, ids);
      const own = before.rows.map(keeps);
      const standing = new Map<number, ReturnType<typeof where>>();
      for (const [n, one] of deeds.entries()) {
        const merging = world.four[one.letter]!.id;
        const done = await act(db, world, one, on("2026-09-21", `10:${String(n).padStart(2, "0")}`));
        const after = await lookAt(db, ids);
        if (one.what === "merge" && done) standing.set(merging, where(before, merging));
        expect(after.rows.map(keeps)).toEqual(own);
        expect(after.judged).toEqual(expect.arrayContaining(before.judged));
        expect(after.signed).toEqual(expect.arrayContaining(before.signed));
        for (const row of after.rows) checkAlive(row, after, standing);
        before = after;
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), run), { numRuns: 25 });
  }),
  180_000,
);

function checkAlive(row: Row, seen: Seen, standing: Map<number, ReturnType<typeof where>>): void {
  const now = where(seen, row.id);
  const host = seen.rows.find(({ id }) => id === row.mergedInto);
  if (!isOpen(row.state)) return void expect(now.clocks).toEqual([]);
  if (host) {
    expect(now).toEqual({ state: standing.get(row.id)!.state, clocks: [] });
    expect(isOpen(host.state) && host.mergedInto === null).toBe(true);
    return;
  }
  expect(now.clocks).toHaveLength(1);
  // Split again, by triage or because the host ended; or back at work by its writer's reopening, which is another round.
  if (standing.has(row.id) && row.round === 1) expect(now).toEqual(standing.get(row.id));
  standing.delete(row.id);
}
