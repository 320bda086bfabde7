import type { Me } from "./me.ts";
import { send } from "./send.ts";
import type { LiveWords } from "./words.ts";

/** 关注 without leaving the page; who is not signed in posts the plain form and is led through signing in. */
export function takeFollows(me: Me, words: LiveWords, signal: AbortSignal): void {
  const take = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("form[data-follow]") || !me.signedIn) return;
    event.preventDefault();
    void change(form, words);
  };
  document.addEventListener("submit", take, { signal });
}

async function change(form: HTMLFormElement, words: LiveWords): Promise<void> {
  const wanted = buttonOf(form)?.value === "1";
  showFollowing(form, wanted);
  const said = await send("/api/follows", { topic: form.dataset.follow!, follow: wanted ? "1" : "0" }, words.failed);
  const place = form.querySelector<HTMLElement>("[role=status]");
  if (place) place.textContent = said.ok ? "" : said.words;
  if (!said.ok) showFollowing(form, !wanted);
}

/** The button says what it will do: 关注, or once that is done 已关注, which takes it back. */
export function showFollowing(form: HTMLFormElement, following: boolean): void {
  const button = buttonOf(form);
  if (!button) return;
  button.value = following ? "0" : "1";
  button.setAttribute("aria-pressed", String(following));
  const words = button.querySelector("span");
  if (words) words.textContent = (following ? button.dataset.on : button.dataset.off) ?? "";
}

const buttonOf = (form: HTMLFormElement) => form.querySelector<HTMLButtonElement>("button[name=follow]");
