import { answers } from "#db/answers.ts";
import { db } from "#db/client.ts";

export const dynamic = "force-dynamic";

/** For whoever watches over the server: 200 when pages can be served. Before that, and without a database, 503. */
export async function GET(): Promise<Response> {
  const up = await answers(db);
  return new Response(up ? "正常 up\n" : "数据库没有回答 The database does not answer\n", {
    status: up ? 200 : 503,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
