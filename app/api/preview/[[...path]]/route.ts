import { getTranslations } from "next-intl/server";
import { drawPreview } from "#app/_previews/paper.ts";
import { previewOf } from "#app/_previews/previews.ts";

/** The picture that goes with a shared address: `/letters/HY-2026-00012/preview.png`, held in front of Next like the page. */
export async function GET(_: Request, { params }: RouteContext<"/api/preview/[[...path]]">): Promise<Response> {
  const { path = [] } = await params;
  const read = previewOf(path);
  const preview = read && (await read());
  if (!preview) return new Response(null, { status: 404 });
  const t = await getTranslations("frame");
  const png = await drawPreview(preview, { wordmark: t("wordmark"), site: t("site") });
  return new Response(new Uint8Array(png), { headers: { "content-type": "image/png" } });
}
