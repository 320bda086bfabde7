import { showTelephones } from "./danger.ts";
import { keepDrafts } from "./drafts.ts";
import { followPage } from "./follow-page.ts";
import { Me } from "./me.ts";
import { takeToggles } from "./toggles.ts";
import { takeVotes } from "./votes.ts";
import type { LiveWords } from "./words.ts";

/** Starts what the page asks for by its attributes; returns how to end it. */
export function wake(position: number, words: LiveWords): () => void {
  const ending = new AbortController();
  rememberLanguage(words.language);
  keepDrafts(words, ending.signal);
  showTelephones(ending.signal);
  forgetSince();
  suggestWhenFocused(words.language, ending.signal);
  shareWhenPressed(ending.signal);
  const me = new Me(words);
  takeVotes(me, words, ending.signal);
  takeToggles(me, words, ending.signal);
  void me.ask().finally(() => followPage(position, me, words, ending.signal));
  return () => ending.abort();
}

/** The code for it comes when somebody is about to type, and to nobody else. */
function suggestWhenFocused(language: string, signal: AbortSignal): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) {
    const begin = async () => (await import("./suggest.ts")).suggestNames(field, language, signal);
    if (document.activeElement === field) void begin();
    else field.addEventListener("focus", begin, { once: true, signal });
  }
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-mention]")) {
    const begin = async () => (await import("./mention.ts")).offerMentions(field, language, signal);
    field.addEventListener("focus", begin, { once: true, signal });
  }
}

/** Where the browser can neither share nor copy, the link stays a link. */
function shareWhenPressed(signal: AbortSignal): void {
  if (!("share" in navigator || "clipboard" in navigator)) return;
  const take = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-share]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void import("./share.ts").then(({ share }) => share(link));
  };
  document.addEventListener("click", take, { signal });
}

/** Only where `/` sends the next first visit. */
function rememberLanguage(language: string): void {
  const read = language === "en" ? "en" : "zh";
  // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not there over plain http
  document.cookie = `language=${read}; path=/; max-age=31536000; samesite=lax`;
}

/** The mark that made the server show one's own writing has done its part: an address to pass on has none. */
function forgetSince(): void {
  const here = new URL(location.href);
  if (!here.searchParams.has("since")) return;
  here.searchParams.delete("since");
  history.replaceState(history.state, "", here);
}
