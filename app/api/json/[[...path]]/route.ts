import { twinOf } from "#app/_square/twins.ts";

/** The other face of every square page: `/posts/12` for people, `/posts/12.json` for programs, from the same read. */
export async function GET(request: Request, { params }: RouteContext<"/api/json/[[...path]]">): Promise<Response> {
  const { path = [] } = await params;
  const read = twinOf(path);
  const page = read && (await read(Object.fromEntries(new URL(request.url).searchParams)));
  return page ? Response.json(page) : Response.json({ error: "not found" }, { status: 404 });
}
