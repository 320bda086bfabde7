import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { type OwnPlate, readPlates } from "#domain/people/read-plates.ts";
import type { NamedOffice, ShownStory } from "./shown.ts";

/** A named office that has not answered yet, and under whose plate somebody may answer for it. */
export interface ToRespond {
  office: NamedOffice;
  plates: OwnPlate[];
}

/** For which of the offices that an exposure names somebody may answer: under the office's plate, or a leader's of it. */
export async function readToRespond(db: Db, actor: Actor, story: ShownStory): Promise<ToRespond[]> {
  const plates = await readPlates(db, actor);
  return story.offices
    .filter(({ owed, response }) => owed !== null && response === null)
    .map((office) => ({ office, plates: plates.filter((plate) => speaksFor(actor, plate, office.id)) }))
    .filter((one) => one.plates.length > 0);
}

const speaksFor = (actor: Actor, { leaderId, officeId }: OwnPlate, named: number): boolean =>
  officeId === named ||
  (actor.kind === "person" &&
    actor.grants.some((grant) => grant.leaderId === leaderId && leaderId !== null && grant.officeId === named));
