import { type Me, press, pressed } from "./me.ts";
import { send } from "./send.ts";
import type { LiveWords } from "./words.ts";

/**
 * Votes without leaving the page: counted at once, taken back in words when the platform says no. Pressing one's own vote
 * again takes it back. Who is not signed in posts the plain form and is led through signing in.
 */
export function takeVotes(me: Me, words: LiveWords, signal: AbortSignal): void {
  const take = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    const button = event.submitter as HTMLButtonElement | null;
    if (!form.matches("form[data-vote]") || button?.name !== "choice" || !me.signedIn) return;
    event.preventDefault();
    void vote(form, Number(button.value), words);
  };
  document.addEventListener("submit", take, { signal });
}

async function vote(form: HTMLFormElement, wanted: number, words: LiveWords): Promise<void> {
  const before = pressed(form);
  const choice = wanted === before ? 0 : wanted;
  show(form, before, choice, words.language);
  say(form, "");
  const said = await send("/api/votes", { ...fieldsOf(form), choice: String(choice) }, words.failed);
  if (said.ok) return;
  // Somebody may have pressed again meanwhile: only what this press has changed is taken back.
  if (pressed(form) === choice) show(form, choice, before, words.language);
  say(form, said.words);
}

function show(form: HTMLFormElement, before: number, after: number, language: string): void {
  press(form, after);
  add(form, "up", Number(after === 1) - Number(before === 1), language);
  add(form, "down", Number(after === -1) - Number(before === -1), language);
}

function add(form: HTMLFormElement, which: "up" | "down", difference: number, language: string): void {
  const place = form.querySelector<HTMLDataElement>(`[data-count=${which}] data`);
  if (!place || difference === 0) return;
  const n = Math.max(0, Number(place.value) + difference);
  place.value = String(n);
  place.textContent = new Intl.NumberFormat(language).format(n);
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string")) as never;
}

function say(form: HTMLFormElement, words: string): void {
  const place = form.nextElementSibling?.matches("[data-said]") ? form.nextElementSibling : document.createElement("p");
  place.setAttribute("data-said", "");
  place.setAttribute("role", "alert");
  place.className = words ? "py-1 font-semibold text-danger" : "";
  place.textContent = words;
  if (words || place.isConnected) form.after(place);
}
