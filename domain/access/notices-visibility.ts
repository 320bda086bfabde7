import { type SQL, sql } from "drizzle-orm";
import { comments, letters, notices, posts } from "#db/schema/index.ts";
import { nobody, type Person } from "./actor.ts";
import { lettersFor } from "./visibility.ts";

/**
 * Somebody's notices, as far as they may read what each tells of now: told of something is not for ever. Who follows a letter
 * reads what everybody reads of it; who works on it or wrote it, its original.
 */
export function noticesFor(person: Person): SQL {
  const open = sql`${posts.state} = 'published' and ${posts.hiddenAt} is null`;
  return sql`(${notices.personId} = ${person.id}
    and (${notices.letterId} is null or exists (select 1 from ${letters} where ${letters.id} = ${notices.letterId}
      and case when ${notices.kind} = 'followed' then ${lettersFor(nobody, "letter.read")}
        else ${lettersFor(person, "letter.read-original")} end))
    and (${notices.commentId} is null or exists (select 1 from ${comments} join ${posts} on ${posts.id} = ${comments.postId}
      where ${comments.id} = ${notices.commentId} and ${comments.hiddenAt} is null and ${open}))
    and (${notices.postId} is null or exists (select 1 from ${posts} where ${posts.id} = ${notices.postId} and ${open})))`;
}
