import { eq } from "drizzle-orm";
import { leaders, offices, people, roles } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, type Person, readPerson } from "#domain/access/actor.ts";
import type { Scope } from "#domain/administration/input.ts";
import { findScope } from "#domain/administration/scope.ts";
import type { Now } from "#domain/calendar/now.ts";
import { demoDesks } from "#domain/sign-in/demo-desks.ts";
import { openAccount, seedDemoPeople } from "./demo-people.ts";

/** Who acts in the seeds, found by what they are. Staff are desks, never people. */
export interface Cast {
  citizen(nickname: string): Person;
  /** Whoever sits in the position. */
  leader(handle: string): Person;
  /** Who keeps the office's mailboxes and handles its letters. */
  office(slug: string): Person;
  /** Who supervises for an office that does. */
  supervisor(slug: string): Person;
  triage: Person;
  moderator: Person;
  /** 公仆在线 and 微博播报. */
  editor: Person;
}

/** Opens a desk in every office and every position, and the accounts of the citizens named. */
export async function openCast(tx: Tx, citizens: { past: string[]; demo: string[] }, now: Now): Promise<Cast> {
  await seedDemoPeople(tx, now);
  const byName = new Map<string, Person>();
  const meet = async (nickname: string) => byName.set(nickname, await find(tx, nickname));

  for (const nickname of citizens.past) {
    await tx
      .insert(people)
      .values({ kind: "citizen", nickname, historical: true, verifiedAt: now.at, createdAt: now.at });
    await meet(nickname);
  }
  for (const nickname of citizens.demo) {
    await openAccount(tx, nickname, "citizen", now);
    await meet(nickname);
  }
  for (const nickname of [demoDesks.triage, demoDesks.moderator, demoDesks.editor]) await meet(nickname);

  const desks = new Map<string, Person>();
  const places = { slug: offices.slug, name: offices.shortName, supervises: offices.supervises };
  for (const { slug, name, supervises } of await tx.select(places).from(offices)) {
    const scope: Scope = `office:${slug}`;
    desks.set(scope, await openDesk(tx, `${name} 承办岗`, ["operator", "handler"], scope, now));
    if (supervises) desks.set(`supervisor:${slug}`, await openDesk(tx, `${name} 督办岗`, ["supervisor"], scope, now));
  }
  for (const { handle, title } of await tx.select({ handle: leaders.handle, title: leaders.title }).from(leaders)) {
    const scope: Scope = `leader:${handle}`;
    desks.set(scope, await openDesk(tx, `${title}席`, ["leader"], scope, now));
  }
  return {
    citizen: (nickname) => known(byName, nickname),
    leader: (handle) => known(desks, `leader:${handle}`),
    office: (slug) => known(desks, `office:${slug}`),
    supervisor: (slug) => known(desks, `supervisor:${slug}`),
    triage: known(byName, demoDesks.triage),
    moderator: known(byName, demoDesks.moderator),
    editor: known(byName, demoDesks.editor),
  };
}

/** The record knows no such desk: it is there to act, and that somebody granted it a role is not in the public log. */
async function openDesk(
  tx: Tx,
  nickname: string,
  held: ("operator" | "handler" | "leader" | "supervisor")[],
  at: Scope,
  now: Now,
) {
  const personId = await openAccount(tx, nickname, "staff", now);
  for (const role of held) {
    const { leaderId, officeId, regionId } = await findScope(tx, role, at);
    await tx.insert(roles).values({ personId, role, leaderId, officeId, regionId, grantedAt: now.at });
  }
  return find(tx, nickname);
}

async function find(tx: Tx, nickname: string): Promise<Person> {
  const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.nickname, nickname));
  const person = row && (await readPerson(tx, row.id));
  if (!person) throw new Error(`nobody in the seed is called ${nickname}`);
  return person;
}

function known(all: Map<string, Person>, name: string): Person {
  const person = all.get(name);
  if (!person) throw new Error(`nobody in the seed is called ${name}`);
  return person;
}

/** The plate somebody speaks under on a stream of the seed. */
export function speakerOn(cast: Cast, { leader, office }: { leader?: string | undefined; office: string }): Actor {
  return leader ? cast.leader(leader) : cast.office(office);
}
