import type { Me } from "./me.ts";
import { send } from "./send.ts";
import type { LiveWords } from "./words.ts";

/**
 * 关注 and 收藏 without leaving the page: a form with `data-toggle="follow leader:mayor"`. Who is not signed in posts the
 * plain form and is led through signing in.
 */
export function takeToggles(me: Me, words: LiveWords, signal: AbortSignal): void {
  const take = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("form[data-toggle]") || !me.signedIn) return;
    event.preventDefault();
    void change(form, words);
  };
  document.addEventListener("submit", take, { signal });
}

async function change(form: HTMLFormElement, words: LiveWords): Promise<void> {
  const button = buttonOf(form);
  const about = form.querySelector<HTMLInputElement>("input[type=hidden]");
  if (!button || !about) return;
  const wanted = button.value === "1";
  showToggled(form, wanted);
  const fields = { [about.name]: about.value, [button.name]: wanted ? "1" : "0" };
  const said = await send(form.getAttribute("action")!, fields, words.failed);
  const place = form.querySelector<HTMLElement>("[role=status]");
  if (place) place.textContent = said.ok ? "" : said.words;
  if (!said.ok) showToggled(form, !wanted);
}

/** The button says what it will do: 关注, or once that is done 已关注, which takes it back. */
export function showToggled(form: HTMLFormElement, on: boolean): void {
  const button = buttonOf(form);
  if (!button) return;
  button.value = on ? "0" : "1";
  button.setAttribute("aria-pressed", String(on));
  const words = button.querySelector("span");
  if (words) words.textContent = (on ? button.dataset.on : button.dataset.off) ?? "";
}

/** It may stand outside of the form that it belongs to. */
const buttonOf = (form: HTMLFormElement) =>
  [...form.elements].find((one): one is HTMLButtonElement => one instanceof HTMLButtonElement);

/** The forms of one kind on the page, each with what it is about. */
export function togglesOf(kind: "follow" | "bookmark"): Map<HTMLFormElement, string> {
  const forms = document.querySelectorAll<HTMLFormElement>(`form[data-toggle^="${kind} "]`);
  return new Map([...forms].map((form) => [form, form.dataset.toggle!.slice(kind.length + 1)]));
}
