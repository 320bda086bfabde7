import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts, updates } from "#db/schema/index.ts";
import { Refusal } from "#domain/refusal.ts";

/** Something that everybody sees and anybody may report. */
export interface Seen {
  what: "comment" | "post" | "update";
  id: number;
  postId: number;
  authorId: number;
  body: string;
}

/** What `comment:12` names, as long as everybody sees it; of what is hidden it is said that it is. */
export async function findSeen(db: Db, subject: string): Promise<Seen> {
  const [what, given] = subject.split(":") as [Seen["what"], string];
  const [row] = await rowOf(db, what, Number(given));
  if (row?.postState !== "published") throw new Refusal("flags.missing");
  if (row.hiddenAt || row.postHiddenAt) throw new Refusal("flags.hidden");
  const { id, postId, authorId, body } = row;
  return { what, id, postId, authorId, body };
}

const ofPost = { postState: posts.state, postHiddenAt: posts.hiddenAt };

function rowOf(db: Db, what: Seen["what"], id: number) {
  if (what === "post") {
    return db
      .select({
        id: posts.id,
        postId: posts.id,
        authorId: posts.authorId,
        body: posts.body,
        hiddenAt: posts.hiddenAt,
        ...ofPost,
      })
      .from(posts)
      .where(eq(posts.id, id));
  }
  const table = what === "comment" ? comments : updates;
  return db
    .select({
      id: table.id,
      postId: table.postId,
      authorId: table.authorId,
      body: table.body,
      hiddenAt: table.hiddenAt,
      ...ofPost,
    })
    .from(table)
    .innerJoin(posts, eq(posts.id, table.postId))
    .where(eq(table.id, id));
}
