import { countComment } from "#app/_edge/comment-rate.ts";
import { now } from "#app/_edge/now.ts";
import { showing } from "#app/_edge/showing.ts";
import { write } from "#app/_edge/write.ts";
import { db } from "#db/client.ts";
import { commentInput, newerInput } from "#domain/comments/input.ts";
import { readNewer } from "#domain/comments/read-thread.ts";
import { writeComment } from "#domain/comments/write.ts";

/** 发表. */
export const POST = write({
  schema: commentInput,
  run: async (db, actor, input, now) => {
    await countComment(db, actor, now);
    return writeComment(db, actor, input, now);
  },
  action: "comment",
  seen: ({ id, postId, parentId, inSession, eventId }) => {
    const page = inSession && !parentId ? `/sessions/${postId}` : `/posts/${postId}`;
    return showing(`${page}?${parentId ? `thread=${parentId}` : "sort=newest"}`, eventId, `comment-${id}`);
  },
  kept: ({ postId = "" }) => (/^[1-9]\d{0,14}$/.test(postId) ? `/posts/${postId}/comment` : "/refused"),
});

/** 有 N 条新评论: what was said on a post after the newest comment that the reader has. */
export async function GET(request: Request): Promise<Response> {
  const asked = newerInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return Response.json({ error: "?post=<id>&newer=<comment id>" }, { status: 400 });
  const comments = await readNewer(db, asked.data.post, asked.data.newer, await now());
  return Response.json({ comments }, { headers: { "cache-control": "no-store" } });
}
