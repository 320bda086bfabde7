import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { headers } from "next/headers";
import type { AbstractIntlMessages } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { address, type Language } from "#components/ui/address.ts";

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
  }
}

/** The reader's language. It is in the address; our server takes the `/en` off and says it in a header. */
export async function languageOf(): Promise<Language> {
  const asked = await headers();
  if (asked.get("x-language") === "en") return "en";
  // `/api/…` has no language: what a page sends there is answered in the page's.
  const sent = asked.get("x-path")?.startsWith("/api/") ? URL.parse(asked.get("referer") ?? "") : null;
  return /^\/en(\/|$)/.test(sent?.pathname ?? "") ? "en" : "zh-CN";
}

/** Where the reader is, as our server says it: path and query, without the language. */
export async function pathOf(): Promise<string> {
  return (await headers()).get("x-path") ?? "/";
}

/**
 * How a page writes an address that stays in the reader's language, where it is not a link of its own (`<A href>` and
 * `<LinkButton href>` do it themselves): a redirect, the action of a form, a prop of an island.
 *
 *     const at = await addresses();
 *     redirect(at("/me"));
 */
export async function addresses(): Promise<(path: string) => string> {
  const language = await languageOf();
  return (path) => address(language, path);
}

const read: Partial<Record<Language, AbstractIntlMessages>> = {};

/** Every file in `messages/<language>/` is a namespace of its own name; a new file needs no list. */
function messagesIn(language: Language): AbstractIntlMessages {
  const kept = read[language];
  if (kept && process.env.NODE_ENV === "production") return kept;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), "messages", language);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const messages = Object.fromEntries(
    files.map((file) => [file.slice(0, -".json".length), JSON.parse(readFileSync(join(folder, file), "utf8"))]),
  );
  read[language] = messages;
  return messages;
}

export default getRequestConfig(async () => {
  const language = await languageOf();
  return { locale: language, messages: messagesIn(language), timeZone: "Asia/Shanghai" };
});
