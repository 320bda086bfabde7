import type postgres from "postgres";
import type { LetterKind, LetterState } from "#db/schema/index.ts";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import type { ComputedClock, Term } from "#domain/calendar/term.ts";
import { computeClock } from "#domain/calendar/term.ts";
import { writeParts } from "#domain/letters/answer-letter.ts";
import { defaults } from "#domain/policies/policies.ts";
import { type Cell, copyRows } from "./copy-rows.ts";
import { among, seeded } from "./random.ts";
import * as sentences from "./sentences.ts";

export interface Mailbox {
  id: number;
  slug: string;
  officeId: number;
  regionId: number;
}

interface Around {
  mailboxes: Mailbox[];
  offices: number[];
  /** The first ids that are free, and the first of the people who write. */
  base: { person: number; letter: number; event: number };
  people: number;
  until: Date;
  calendar: Calendar;
  salted(text: string): { text: string; salt: string; hash: string };
}

const day = 86_400_000;
const span = 3 * 365;
const kinds: readonly LetterKind[] = ["inquiry", "suggestion", "complaint", "complaint", "help"];

/** A letter as the generator thinks of it: what stands in each table follows from it. */
interface Made {
  id: number;
  number: string;
  mailbox: Mailbox;
  lead: number;
  author: number;
  kind: LetterKind;
  state: LetterState;
  visible: boolean;
  title: string;
  body: string;
  sentAt: Date;
  acceptedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
}

/** Nearly all are long closed; those of the last weeks are in every state. The same again for each table. */
function* letters(count: number, { mailboxes, offices, base, people, until }: Around): Generator<Made> {
  const random = seeded(11);
  const perYear = new Map<number, number>();
  for (let n = 0; n < count; n += 1) {
    const sentAt = new Date(until.getTime() - ((count - n) / count) * span * day);
    const year = Number(civilDateOf(sentAt).slice(0, 4));
    perYear.set(year, (perYear.get(year) ?? 50_000) + 1);
    const mailbox = among(random, mailboxes);
    const state = stateOf(random(), (until.getTime() - sentAt.getTime()) / day);
    const after = (days: number) => new Date(sentAt.getTime() + days * day);
    const reached = (...states: LetterState[]) => states.includes(state);
    yield {
      id: base.letter + n,
      number: `HY-${year}-${String(perYear.get(year)).padStart(5, "0")}`,
      mailbox,
      lead: among(random, offices),
      author: base.person + Math.floor(random() * people),
      kind: among(random, kinds),
      state,
      visible: random() < 0.85,
      title: sentences.title(random),
      body: sentences.letter(random),
      sentAt,
      acceptedAt: reached("submitted") ? null : after(1),
      answeredAt: reached("answered", "closed") ? after(3 + random() * 10) : null,
      closedAt: reached("closed") ? after(16 + random() * 10) : null,
    };
  }
}

function stateOf(chance: number, age: number): LetterState {
  if (age > 40) return "closed";
  if (age > 20) return chance < 0.6 ? "answered" : "assigned";
  if (age > 3) return chance < 0.7 ? "assigned" : "accepted";
  return chance < 0.6 ? "submitted" : "accepted";
}

export async function generateLetters(sql: postgres.Sql, count: number, around: Around): Promise<void> {
  const columns = ["id", "number", "query_code_hash", "mailbox_id", "author_id", "kind", "via", "visibility", "state"];
  const words = ["title", "body", "public_title", "public_body", "published_at", "region_id", "term_class"];
  const course = ["lead_office_id", "sent_at", "accepted_at", "answered_at", "closed_at"];
  await copyRows(sql, "letters", [...columns, ...words, ...course], function* (): Iterable<Cell[]> {
    for (const one of letters(count, around)) {
      const shown = one.visible && one.acceptedAt !== null;
      const visibility = one.visible ? "nameless" : "handlers";
      const known = [one.id, one.number, `generated ${one.id}`, one.mailbox.id, one.author, one.kind, "letter"];
      const said = [one.title, one.body, shown ? one.title : null, shown ? one.body : null];
      const place = [shown ? one.acceptedAt : null, one.mailbox.regionId, one.acceptedAt ? "ordinary" : null];
      const lead = one.state === "assigned" || one.answeredAt ? one.lead : null;
      const times = [one.sentAt, one.acceptedAt, one.answeredAt, one.closedAt];
      yield [...known, visibility, one.state, ...said, ...place, lead, ...times];
    }
  });
  await generateOffices(sql, count, around);
  await generateClocks(sql, count, around);
  await generateCourse(sql, count, around);
}

async function generateOffices(sql: postgres.Sql, count: number, around: Around): Promise<void> {
  await copyRows(sql, "letter_offices", ["letter_id", "office_id", "part", "from_at"], function* (): Iterable<Cell[]> {
    for (const { id, lead, state, acceptedAt, answeredAt } of letters(count, around))
      if (acceptedAt && (state === "assigned" || answeredAt)) yield [id, lead, "lead", acceptedAt];
  });
}

async function generateClocks(sql: postgres.Sql, count: number, around: Around): Promise<void> {
  const columns = ["letter_id", "what", "office_id", "started_at", "due_at", "amber_at", "yellow_at", "red_at"];
  await copyRows(sql, "clocks", [...columns, "stopped_at", "provisional", "working"], function* (): Iterable<Cell[]> {
    const dates = datesIn(around.calendar);
    for (const { id, mailbox, lead, sentAt, acceptedAt, answeredAt, state } of letters(count, around)) {
      yield [id, "accept", mailbox.officeId, ...dates("accept", sentAt, acceptedAt)];
      const office = state === "accepted" ? mailbox.officeId : lead;
      if (acceptedAt) yield [id, "finish", office, ...dates("finish.ordinary", acceptedAt, answeredAt)];
    }
  });
}

/** Clocks that start on one day end on one day: each is computed once. */
function datesIn(calendar: Calendar) {
  const computed = new Map<string, ComputedClock & { written: string }>();
  return (rule: "accept" | "finish.ordinary", startedAt: Date, stoppedAt: Date | null): Cell[] => {
    const key = `${rule} ${civilDateOf(startedAt)}`;
    let clock = computed.get(key);
    if (!clock) {
      const found = computeClock({ startedAt, term: defaults[rule] as Term, pauses: [], roll: true, calendar, rule });
      clock = { ...found, written: JSON.stringify(found.working) };
      computed.set(key, clock);
    }
    const { dueAt, amberAt, yellowAt, redAt, provisional, written } = clock;
    return [startedAt, dueAt, amberAt, yellowAt, redAt, stoppedAt, provisional, written];
  };
}

/** The public course of each letter: its events in their order, each with its position, and what was answered. */
async function generateCourse(sql: postgres.Sql, count: number, around: Around): Promise<void> {
  const { base } = around;
  const columns = ["id", "position", "what", "topics", "at", "office_id", "role", "subject", "counts", "public"];
  await copyRows(sql, "events", columns, function* (): Iterable<Cell[]> {
    let n = base.event;
    for (const letter of letters(count, around))
      for (const { what, at, officeId, role, counts } of courseOf(letter)) {
        const topics = `{"letter:${letter.number}",letters,"mailbox:${letter.mailbox.slug}"}`;
        const told = [what, topics, at, officeId, role, `letter:${letter.id}`, counts];
        yield [n, n, ...told, letter.visible];
        n += 1;
      }
  });
  await copyRows(sql, "event_words", ["event_id", "text", "salt", "hash"], function* (): Iterable<Cell[]> {
    let n = base.event;
    for (const letter of letters(count, around))
      for (const { words } of courseOf(letter)) {
        const said = words ? around.salted(words) : null;
        if (said) yield [n, said.text, said.salt, said.hash];
        n += 1;
      }
  });
}

interface Told {
  what: string;
  at: Date;
  officeId: number | null;
  role: string;
  counts: string;
  words: string | null;
}

function* courseOf({ title, mailbox, lead, sentAt, acceptedAt, answeredAt, closedAt, state }: Made): Generator<Told> {
  const told = (what: string, at: Date, rest: Partial<Told>): Told => ({
    what: `letter.${what}`,
    at,
    officeId: null,
    role: "author",
    counts: "{}",
    words: null,
    ...rest,
  });
  yield told("send", sentAt, { counts: '{"to":"submitted"}' });
  if (!acceptedAt) return;
  yield told("accept", acceptedAt, { officeId: mailbox.officeId, role: "operator", counts: '{"to":"accepted"}' });
  if (state === "accepted") return;
  yield told("assign", acceptedAt, { officeId: mailbox.officeId, role: "triage", counts: '{"to":"assigned"}' });
  if (!answeredAt) return;
  const words = writeParts({
    facts: `已到现场查看，${title}情况属实。`,
    basis: "依照《城市道路管理条例》第二十三条。",
    done: "已安排施工人员处理完毕。",
    next: "如有问题请致电 0762-000-8800。",
  });
  yield told("answer", answeredAt, { officeId: lead, role: "lead", counts: '{"to":"answered"}', words });
  if (closedAt) yield told("lapse", closedAt, { role: "clock", counts: '{"to":"closed"}' });
}
