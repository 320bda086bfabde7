import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { mailboxes, offices, people, roles } from "#db/schema/index.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { listDeskLetters } from "#domain/letters/list-desk-letters.ts";
import type { Platform } from "./platform.ts";
import type { Result } from "./results.ts";
import { compare } from "./rounds.ts";

const open = 100;
const many = 100_000;
const asked = 60;

/** The queue of a mailbox that has had a hundred thousand letters, against that of a new one; as many are open in both. */
export async function measureQueue({ db }: Platform): Promise<Result[]> {
  const [old, young] = [await makeMailbox(db, "old", many), await makeMailbox(db, "young", open)];
  await db.execute(sql`analyze letters, clocks`);
  const arm = (operator: Person) => async () => {
    const taken: number[] = [];
    for (let n = 0; n < asked; n += 1) {
      const from = performance.now();
      const { rows, total } = await listDeskLetters(db, operator, {}, await readNow(db));
      taken.push(performance.now() - from);
      if (rows.length !== 30 || total !== open) throw new Error(`${rows.length} of ${total} letters are in the queue.`);
    }
    return taken.sort((a, b) => a - b)[Math.ceil(asked * 0.99) - 1]!;
  };
  const compared = await compare({ ours: arm(old), other: arm(young) });
  return [
    {
      row: "Q1",
      what: "queue of a mailbox with 100,000 letters ÷ with 100, p99",
      unit: "ms",
      floor: 1.5,
      goal: 1.1,
      less: true,
      ...compared,
      value: compared.ratio,
    },
  ];
}

/** An office with a mailbox and an operator; the first hundred letters wait to be accepted, the others are over. */
async function makeMailbox(db: Db, name: string, letters: number): Promise<Person> {
  const slug = `bench-${name}`;
  const at = new Date();
  const [place] = await db.select({ regionId: offices.regionId }).from(offices).limit(1);
  const [office] = await db
    .insert(offices)
    .values({ slug, name: slug, shortName: slug, regionId: place!.regionId, createdAt: at })
    .returning();
  const [mailbox] = await db.insert(mailboxes).values({ slug, officeId: office!.id, createdAt: at }).returning();
  const person = { kind: "staff" as const, createdAt: at, verifiedAt: at };
  const [operator, writer] = await db
    .insert(people)
    .values([
      { ...person, nickname: slug },
      // Nobody finds letters of their own in a queue.
      { ...person, kind: "citizen", nickname: `${slug} writer` },
    ])
    .returning();
  await db.insert(roles).values({ personId: operator!.id, role: "operator", officeId: office!.id, grantedAt: at });
  await db.execute(sql`
    with made as (
      insert into letters (number, query_code_hash, mailbox_id, author_id, kind, via, visibility, state, title, body, region_id, sent_at)
      select 'BQ' || ${office!.id}::text || '-2026-' || lpad(n::text, 6, '0'), 'x', ${mailbox!.id}, ${writer!.id},
        'complaint', 'letter', 'nameless', (case when n <= ${open} then 'submitted' else 'closed' end)::letter_state,
        '路灯不亮', '晚上看不见路。', ${place!.regionId}, now() - n * interval '1 minute'
      from generate_series(1, ${letters}) n returning id, state, sent_at
    )
    insert into clocks (letter_id, what, office_id, started_at, due_at, amber_at, yellow_at, red_at, stopped_at, working)
    select id, 'accept', ${office!.id}, sent_at, sent_at + interval '3 days', sent_at + interval '2 days',
      sent_at + interval '4 days', sent_at + interval '9 days', case when state = 'closed' then sent_at end,
      (select working from clocks limit 1) from made`);
  return (await readPerson(db, operator!.id))!;
}
