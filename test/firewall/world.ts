import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, letters, offices } from "#db/schema/index.ts";
import { type Actor, nobody, type Person, readPerson } from "#domain/access/actor.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { claimLetter } from "#domain/letters/claims.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { askExtension } from "#domain/letters/extend-letter.ts";
import { objectToLetter } from "#domain/letters/object-letter.ts";
import { openLetter } from "#domain/letters/open-letter.ts";
import { makePromise } from "#domain/letters/promise-letter.ts";
import { rateLetter } from "#domain/letters/rate-letter.ts";
import { reportProgress } from "#domain/letters/report-progress.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { urgeLetter } from "#domain/letters/urge-letter.ts";
import { consumers } from "#server/consumers.ts";
import { timetable } from "#server/jobs.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { on } from "#test/on.ts";

/** Words that stand in every accusation and nowhere else. */
export const secret = "私下收钱办事的暗号玄武";

/** A city in which an office, its leader, another leader and the triage office will be accused. */
export async function makeWorld(db: Db) {
  const city = await makeRegion(db);
  const office = (given = {}) => makeOffice(db, { regionId: city.id, ...given });
  const [discipline, accused, neighbour, triage, supervising] = [
    await office(),
    await office({ supervises: true }),
    await office(),
    await office({ triages: true }),
    await office({ supervises: true }),
  ];
  const [head, leader] = [
    await makeLeader(db, { officeId: accused.id }),
    await makeLeader(db, { officeId: neighbour.id }),
  ];
  const mailbox = await makeMailbox(db, { officeId: discipline.id });
  const boxes = {
    accused: await makeMailbox(db, { officeId: accused.id }),
    head: await makeMailbox(db, { leaderId: head.id }),
    leader: await makeMailbox(db, { leaderId: leader.id }),
  };
  const post = await makePost(db, { leaderId: head.id });
  const comment = await makeComment(db, { postId: post.id, body: `有人说起一件事。${secret.slice(0, 2)}` });
  const ordinary = await makeLetter(db, { state: "assigned", mailboxId: boxes.accused.id, leadOfficeId: accused.id });
  await makeLetter(db, { state: "closed", mailboxId: boxes.head.id, leadOfficeId: accused.id });
  await makeLetter(db, { state: "submitted", mailboxId: boxes.leader.id });
  const writer = await makeCitizen(db);
  return {
    ...{ city, discipline, accused, neighbour, triage, supervising, head, leader, mailbox, boxes },
    ...{ post, comment, ordinary, writer },
    handler: await makePerson(db, [{ role: "handler", officeId: discipline.id }]),
    colleague: await makePerson(db, [{ role: "operator", officeId: discipline.id }]),
    operator: await makePerson(db, [{ role: "operator", officeId: discipline.id }]),
  };
}

export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Everybody for whom the accusations must not exist: the accused in each of their roles, and whoever has no work on them. */
export async function makeOutsiders(db: Db, world: World): Promise<Record<string, Actor>> {
  const { city, accused, neighbour, supervising, head, leader } = world;
  const hold = (...held: Parameters<typeof makePerson>[1] & object) => makePerson(db, held);
  return {
    "handler of the accused office": await hold({ role: "handler", officeId: accused.id }),
    "operator of the accused office": await hold({ role: "operator", officeId: accused.id }),
    "leader of the accused office": await hold({ role: "leader", leaderId: head.id }),
    "supervisor in the accused office": await hold({ role: "supervisor", officeId: accused.id }),
    "accused leader": await hold({ role: "leader", leaderId: leader.id }),
    "handler of a neighbouring office": await hold({ role: "handler", officeId: neighbour.id }),
    supervisor: await hold({ role: "supervisor", officeId: supervising.id }),
    moderator: await hold({ role: "moderator", regionId: city.id }),
    editor: await hold({ role: "editor", regionId: city.id }),
    administrator: await hold({ role: "administrator", regionId: city.id }),
    "handler and supervisor": await hold(
      { role: "handler", officeId: accused.id },
      { role: "supervisor", officeId: supervising.id },
    ),
    citizen: await makeCitizen(db),
    nobody,
  };
}

/** Triage reads what accuses others, and not what accuses triage. */
export const makeTriageOf = (db: Db, { city }: World): Promise<Person> =>
  makePerson(db, [{ role: "triage", regionId: city.id }]);

type Accused = { accusedOffice: string } | { accusedLeader: string };

/** Accusations in every part of their life, one of them out of a comment, one that turned out to be one. */
export async function accuse(db: Db, world: World, whom: "everybody" | "triage"): Promise<number[]> {
  const against = (given: Accused, title: string) => sendAccusation(db, world, given, title);
  if (whom === "triage") {
    const ofTriage = await against({ accusedOffice: await slugOf(db, world.triage.id) }, "处理中心");
    return [await bring(db, world, ofTriage)];
  }
  const accusedOffice = await slugOf(db, world.accused.id);
  const sent = await against({ accusedOffice }, "某单位");
  const assigned = await bring(db, world, await against({ accusedOffice }, "某单位的人"));
  await workOn(db, world, assigned);
  const rated = await bring(db, world, await against({ accusedLeader: world.head.handle }, "负责人"));
  await answer(db, world, rated);
  const ofLeader = await bring(db, world, await against({ accusedLeader: world.leader.handle }, "另一位负责人"));
  return [sent, assigned, rated, ofLeader, await fromComment(db, world), await turnedOut(db, world)];
}

const day = on("2026-09-18");

async function sendAccusation(db: Db, { mailbox, writer }: World, accused: Accused, title: string): Promise<number> {
  const words = {
    title: `${title}${secret}`,
    body: `${title}，${secret}。`,
    mailbox: mailbox.slug,
    via: "letter" as const,
  };
  const written = { ...words, ...accused, kind: "accusation" as const, visibility: "handlers" as const };
  const { letter } = await sendLetter(db, writer, { ...written, name: secret, phone: "13800000000" }, day);
  return letter.id;
}

/** Accepted by the discipline office and given to its own handlers. */
async function bring(db: Db, { operator, discipline }: World, letterId: number): Promise<number> {
  await acceptLetter(db, operator, { letterId, kind: "accusation", termClass: "ordinary" }, day);
  await assignLetter(db, operator, { letterId, lead: discipline.slug }, day);
  return letterId;
}

/** What is done with a letter that is being handled: each step has its own event, row and clock. */
async function workOn(db: Db, { handler, writer }: World, letterId: number): Promise<void> {
  const words = `${secret}，已核查。`;
  await claimLetter(db, handler, { letterId }, day);
  await reportProgress(db, handler, { letterId, words }, day);
  await makePromise(db, handler, { letterId, words, due: "2026-09-25" }, day);
  await askExtension(db, handler, { letterId, days: 10, words }, day);
  await objectToLetter(db, handler, { letterId, words }, day);
  await urgeLetter(db, writer, { letterId }, on("2026-09-21"));
}

/** Answered, and judged so badly that it has to be responded to. */
async function answer(db: Db, { handler, writer }: World, letterId: number): Promise<void> {
  const facts = `${fourParts.facts}负责人${secret}。`;
  await answerLetter(db, handler, { letterId, ...fourParts, facts }, on("2026-09-22"));
  const verdict = { solved: "no", attitude: "very_dissatisfied", speed: "dissatisfied" } as const;
  await rateLetter(db, (await readPerson(db, writer.id))!, { letterId, ...verdict }, on("2026-09-23"));
}

/** Its own author turns a comment on the accused leader's stream into an accusation against them. */
async function fromComment(db: Db, { comment, mailbox, head }: World): Promise<number> {
  const own = { visibility: "handlers" as const, accusedLeader: head.handle };
  const words = { title: secret, body: `${secret}。`, mailbox: mailbox.slug, kind: "accusation" as const };
  const { letter } = await convertComment(db, comment.author, { ...words, commentId: comment.id, own }, day);
  return letter.id;
}

/** Sent as a complaint about somebody: whoever accepts it sees what it is. */
async function turnedOut(db: Db, { mailbox, operator, accused, colleague, writer }: World): Promise<number> {
  const words = { title: secret, body: `${secret}。`, mailbox: mailbox.slug, via: "letter" as const };
  const { letter } = await sendLetter(db, writer, { ...words, kind: "complaint", visibility: "handlers" }, day);
  const found = { kind: "accusation", termClass: "ordinary", accusedOffice: accused.slug } as const;
  await acceptLetter(db, operator, { letterId: letter.id, ...found }, day);
  await openLetter(db, colleague, letter.number, day);
  return letter.id;
}

const slugOf = async (db: Db, officeId: number) =>
  (await db.select({ slug: offices.slug }).from(offices).where(eq(offices.id, officeId)))[0]!.slug;

export const numbersOf = async (db: Db, ids: number[]): Promise<string[]> =>
  (await db.select({ id: letters.id, number: letters.number }).from(letters))
    .filter(({ id }) => ids.includes(id))
    .map(({ number }) => number);

/** The jobs that write down by themselves what must differ: a draw takes its seed from the whole record. */
const drawing = "draw whom to call back about last month's answers";

/** What the process does by itself with all that was recorded: stamps it, hands it to every consumer, runs the timetable. */
export async function settle(db: Db): Promise<StampedEvent[]> {
  const handedOn: StampedEvent[] = [];
  for (const now of [on("2026-09-24"), on("2026-11-20")]) {
    handedOn.push(...(await relay(db)));
    for (const job of timetable) if (job.name !== drawing) await job.run(db, now);
    handedOn.push(...(await relay(db)));
  }
  return handedOn;
}

async function relay(db: Db): Promise<StampedEvent[]> {
  await db.execute(sql`with stamped as (
      select id, (select coalesce(max(position), 0) from events) + row_number() over (order by id) as position
      from events where position is null)
    update events set position = stamped.position from stamped where stamped.id = events.id`);
  const fresh = (await db.select().from(events).orderBy(events.id)).filter(({ id }) => !seen.has(id)) as StampedEvent[];
  for (const { id } of fresh) seen.add(id);
  for (const { take } of consumers) await take(db, fresh);
  return fresh;
}

const seen = new Set<number>();
