import { notFound, redirect } from "next/navigation";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";
import { idOf } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { markOneRead } from "#domain/notices/mark-read.ts";
import { findNotice } from "#domain/notices/read-notices.ts";

/** Leads to what a notice is about, and takes it as read: whoever goes there has seen it. Somebody else's is not there. */
export async function GET(_: Request, { params }: RouteContext<"/me/notices/[id]">): Promise<Response> {
  const { id } = await params;
  const noticeId = idOf(id);
  const person = await requireSignedIn(`/me/notices/${id}`);
  const notice = noticeId ? await findNotice(db, person, noticeId) : null;
  if (!notice) notFound();
  await markOneRead(db, person, { noticeId: notice.id }, await now());
  redirect((await addresses())(notice.path));
}
