import { getLocale, getTranslations } from "next-intl/server";
import { addresses } from "#app/_edge/language.ts";
import { atom, atomType } from "#app/_feeds/atom.ts";
import { feedOf } from "#app/_feeds/feeds.ts";

/** The third face of a square page: `/letters` for people, `/letters.atom` for programs that look for what is new. */
export async function GET(request: Request, { params }: RouteContext<"/api/atom/[[...path]]">): Promise<Response> {
  const { path = [] } = await params;
  const read = feedOf(path);
  const feed = read && (await read(Object.fromEntries(new URL(request.url).searchParams)));
  const [t, language, at] = await Promise.all([getTranslations("feeds"), getLocale(), addresses()]);
  if (!feed)
    return new Response(t("missing"), { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  const site = process.env.PUBLIC_URL ?? "";
  const name = (await getTranslations("frame"))("title");
  return new Response(atom({ ...feed, title: t("title", { of: feed.title }) }, { site, name, language, at }), {
    headers: { "content-type": `${atomType}; charset=utf-8` },
  });
}
