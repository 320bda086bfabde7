import { Offers } from "./offers.ts";

export interface Name {
  kind: "office" | "leader";
  slug: string;
  name: string;
  nameEn: string | null;
}

/** Milliseconds after the last key: a word is typed in one go. */
const patience = 150;

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Asks for offices and leaders while somebody types into a field; `typedIn` says what for, or nothing. Nothing is asked
 * while Chinese is being composed: the letters are not the word yet.
 */
export function askWhileTyping(field: Field, typedIn: () => string, offers: Offers<Name>, signal: AbortSignal): void {
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const ask = async () => {
    const turn = ++asked;
    const typed = typedIn();
    const names = typed.length < 2 ? [] : await namesWith(typed);
    if (turn === asked && document.activeElement === field) offers.show(names);
  };
  const soon = () => {
    clearTimeout(timer);
    if (!composing) timer = setTimeout(() => void ask(), patience);
  };
  const on = (what: string, act: (event: Event) => void) => field.addEventListener(what, act, { signal });
  on("compositionstart", () => (composing = true));
  on("compositionend", () => {
    composing = false;
    soon();
  });
  on("input", soon);
  on("blur", () => setTimeout(() => offers.show([]), patience));
  on("keydown", (event) => offers.key(event as KeyboardEvent));
}

async function namesWith(typed: string): Promise<Name[]> {
  const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: typed })}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { names: Name[] }).names : [];
}

/** In the reader's language. */
export const wordsOf = ({ name, nameEn }: Name, language: string): string => (language === "en" && nameEn) || name;

/**
 * Beneath a field with `data-suggest` offices and leaders of that name are offered. Enter always searches for what was
 * typed, unless an offer was chosen with the arrow keys.
 */
export function suggestNames(field: HTMLInputElement, language: string, signal: AbortSignal): void {
  field.setAttribute("role", "combobox");
  const offers = new Offers<Name>(field, field.dataset.suggest ?? "", (name) => {
    const link = document.createElement("a");
    const prefix = language === "en" ? "/en" : "";
    link.href = `${prefix}/${name.kind === "leader" ? "leaders" : "offices"}/${name.slug}`;
    link.textContent = wordsOf(name, language);
    return link;
  });
  askWhileTyping(field, () => field.value.trim(), offers, signal);
}
