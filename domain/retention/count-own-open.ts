import { and, eq, notInArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";

/** How many of one's own letters are not over: said before an account is closed. A person has a handful. */
export async function countOwnOpen(db: Db, { id }: Person): Promise<number> {
  return db.$count(
    letters,
    and(eq(letters.authorId, id), notInArray(letters.state, ["closed", "refused", "withdrawn"])),
  );
}
