import { eq } from "drizzle-orm";
import { leaders, offices, people, type RoleName, regions, roles } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Person, readPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { secretary } from "./plan.ts";

/** Who acts in the replay: desks and numbered accounts, never people. */
export interface ReplayCast {
  /** Whoever handles what an office leads. */
  handler(office: string): Person;
  triage: Person;
  secretary: Person;
  citizen(n: number): Person;
}

const citizens = 500;

export async function openReplayCast(tx: Tx, now: Now): Promise<ReplayCast> {
  const writers: Person[] = [];
  for (let n = 1; n <= citizens; n += 1) writers.push(await open(tx, `重放网友 ${n}`, "citizen", null, now));

  const handlers = new Map<string, Person>();
  for (const { id, slug, name } of await tx.select().from(offices))
    handlers.set(slug, await open(tx, `${name} 承办岗`, "staff", { role: "handler", officeId: id }, now));

  const [city] = await tx.select().from(regions).where(eq(regions.level, "city"));
  const [position] = await tx.select().from(leaders).where(eq(leaders.handle, secretary));
  return {
    handler: (office) => handlers.get(office)!,
    triage: await open(tx, "网络信访受理岗", "staff", { role: "triage", regionId: city!.id }, now),
    secretary: await open(tx, `${position!.title}席`, "staff", { role: "leader", leaderId: position!.id }, now),
    citizen: (n) => writers[n % citizens]!,
  };
}

interface Held {
  role: RoleName;
  officeId?: number;
  regionId?: number;
  leaderId?: number;
}

/** The record knows no such desk: it is there to act, and that somebody granted it a role is not in the public log. */
async function open(tx: Tx, nickname: string, kind: "citizen" | "staff", held: Held | null, now: Now): Promise<Person> {
  const [row] = await tx
    .insert(people)
    .values({ kind, nickname, historical: true, verifiedAt: now.at, createdAt: now.at })
    .returning({ id: people.id });
  if (held) await tx.insert(roles).values({ ...held, personId: row!.id, grantedAt: now.at });
  return (await readPerson(tx, row!.id))!;
}
