import { cookies } from "next/headers";
import { readBody } from "#app/_edge/read-body.ts";
import { changeLook, readLook, writeLook } from "#components/frame/look.ts";

const year = 365 * 24 * 60 * 60;

/** 字号与配色, 适老版: keeps the choice and sends the reader back to the page they came from. */
export async function POST(request: Request): Promise<Response> {
  const jar = await cookies();
  const look = changeLook(readLook(jar.get("look")?.value), await chosenIn(request));
  jar.set("look", writeLook(look), { path: "/", maxAge: year, sameSite: "lax" });
  return new Response(null, { status: 303, headers: { Location: cameFrom(request) } });
}

/**
 * For readers without JavaScript, whose pages cannot set it before the first paint: size and 适老版 as a style sheet.
 * Colours follow their device then.
 */
export async function GET(): Promise<Response> {
  const { size, elder } = readLook((await cookies()).get("look")?.value);
  const points = { 1: 16, 2: 19, 3: 22, 4: 28 }[size];
  const css = `:root{font-size:${points}px${elder ? ";--target:3.75rem;--page:44rem" : ""}}`;
  return new Response(css, { headers: { "Content-Type": "text/css", "Cache-Control": "private, no-store" } });
}

/** What cannot be read chooses nothing. */
async function chosenIn(request: Request): Promise<URLSearchParams> {
  const body = await readBody(request).catch(() => null);
  const chosen = Object.entries(body?.fields ?? {}).filter(([, value]) => typeof value === "string");
  return new URLSearchParams(chosen as [string, string][]);
}

/** Only a page of ours, as a path: a foreign Referer leads home. */
function cameFrom(request: Request): string {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return "/";
  const { host, pathname, search } = new URL(referer);
  return host === request.headers.get("host") ? pathname + search : "/";
}
