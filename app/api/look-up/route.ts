import { keepPass } from "#app/_edge/letter-pass.ts";
import { now } from "#app/_edge/now.ts";
import { isOurOwn } from "#app/_edge/our-own.ts";
import { readBody } from "#app/_edge/read-body.ts";
import { address } from "#components/ui/address.ts";
import { db } from "#db/client.ts";
import { lookUpInput } from "#domain/letters/input.ts";
import { lookUpLetter } from "#domain/letters/look-up.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { addressKey, countTry } from "#domain/sign-in/limits.ts";

/** 查进度 as a plain form: right, and the browser gets a pass for this one letter; wrong, and it is said in one sentence. */
export async function POST(request: Request): Promise<Response> {
  const to = { path: "/look-up", query: new URLSearchParams() };
  let language: "en" | "zh-CN" = "zh-CN";
  try {
    const { fields } = await readBody(request);
    if (fields.language === "en") language = "en";
    const typed = narrow(fields);
    to.query.set("number", typed.number);
    if (!isOurOwn(request.headers)) throw new Refusal("requests.elsewhere");
    await countTry("lookUps", addressKey(addressOf(request)));
    const input = lookUpInput.safeParse(typed);
    if (!input.success) throw new Refusal(input.error.issues[0]?.message.replace("letters.", "") ?? "notOpened");
    await keepPass(await lookUpLetter(db, input.data, await now()));
    to.path = `/letters/${input.data.number}/act`;
    to.query.delete("number");
  } catch (error) {
    if (!isRefusal(error)) throw error;
    to.query.set("problem", error.key.replace("letters.", ""));
    if (error.details.minutes) to.query.set("minutes", String(error.details.minutes));
  }
  const query = to.query.size > 0 ? `?${to.query}` : "";
  return new Response(null, {
    status: 303,
    headers: { location: address(language, to.path + query), "cache-control": "private, no-store" },
  });
}

/** As it was copied from paper or typed with a Chinese keyboard: full-width, small letters, blanks and long dashes. */
function narrow(fields: Record<string, unknown>): { number: string; code: string } {
  const plain = (value: unknown) =>
    (typeof value === "string" ? value : "")
      .slice(0, 60)
      .normalize("NFKC")
      .replace(/[‐-―−]/g, "-")
      .replace(/\s/g, "")
      .toUpperCase();
  return { number: plain(fields.number).replace(/^№|^NO/, ""), code: plain(fields.code).replace(/-/g, "") };
}

const addressOf = (request: Request) => request.headers.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
