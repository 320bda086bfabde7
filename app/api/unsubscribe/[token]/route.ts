import { redirect } from "next/navigation";
import { db } from "#db/client.ts";
import { unsubscribe } from "#domain/notices/unsubscribe.ts";
import { isRefusal } from "#domain/refusal.ts";

/**
 * One click in a mail program (RFC 8058): a POST without cookies from a machine of theirs. The signed token says who and what;
 * a second one ends nothing more and is answered alike.
 */
export async function POST(_: Request, { params }: RouteContext<"/api/unsubscribe/[token]">): Promise<Response> {
  try {
    await unsubscribe(db, (await params).token);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (isRefusal(error)) return new Response(null, { status: 404 });
    throw error;
  }
}

/** For programs that open the address instead: the page with the button. */
export async function GET(_: Request, { params }: RouteContext<"/api/unsubscribe/[token]">): Promise<Response> {
  redirect(`/unsubscribe/${encodeURIComponent((await params).token)}`);
}
