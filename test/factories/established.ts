import type { Db } from "#db/client.ts";
import { comments } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { instant } from "#test/on.ts";
import { fresh } from "./offices.ts";
import { makeCitizen } from "./people.ts";
import { makePost } from "./posts.ts";

const longAgo = instant("2009-01-01");

/** A citizen whose account stands firmly: old, with comments that others support. */
export async function makeEstablished(db: Db): Promise<Person> {
  const person = await makeCitizen(db);
  const { id: postId } = await makePost(db);
  const said = { postId, authorId: person.id, body: fresh("said"), createdAt: longAgo, up: 2, reviewedAt: longAgo };
  await db.insert(comments).values(Array.from({ length: 5 }, () => said));
  return person;
}
