import type { LiveWords } from "./words.ts";

/** What is kept of a form: its words, and whether they were sent. */
interface Draft {
  body: string;
  sent?: true;
}

/**
 * Keeps what is written into a form in this browser until it has arrived: through a reload, the way back, a refusal or
 * signing in. Ctrl or ⌘ with Enter sends; Enter alone never does, least of all while Chinese is being composed.
 */
export function keepDrafts(words: LiveWords, signal: AbortSignal): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-composer]")) {
    const area = form.querySelector("textarea");
    if (area) keepDraft(form, area, words, signal);
  }
}

function keepDraft(form: HTMLFormElement, area: HTMLTextAreaElement, words: LiveWords, signal: AbortSignal): void {
  const key = `draft ${form.action} ${form.dataset.composer} ${hidden(form, "replyTo")}`;
  const kept = read(key);
  // Back with the mark of one's own writing: it has arrived.
  const arrived = kept?.sent && new URLSearchParams(location.search).has("since");
  if (arrived) localStorage.removeItem(key);
  else if (kept && area.value === "") restore(area, kept.body, key, words);

  const keep = () => (area.value ? write(key, { body: area.value }) : localStorage.removeItem(key));
  area.addEventListener("input", keep, { signal });
  area.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      if (!event.isComposing && event.keyCode !== 229) form.requestSubmit();
    },
    { signal },
  );
  form.addEventListener(
    "submit",
    (event) => {
      // A second press while the first is on its way is not a second comment.
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "1";
      write(key, { body: area.value, sent: true });
    },
    { signal },
  );
  // The way back brings the page as it was left: the form may be sent again.
  addEventListener("pageshow", () => delete form.dataset.sent, { signal });
}

function restore(area: HTMLTextAreaElement, body: string, key: string, words: LiveWords): void {
  area.value = body;
  const note = document.createElement("p");
  note.className = "text-sm text-ink-2";
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "ms-3 min-h-target underline";
  drop.textContent = words.draftDropped;
  drop.onclick = () => {
    localStorage.removeItem(key);
    area.value = "";
    note.remove();
    area.focus();
  };
  note.append(words.draftKept, drop);
  area.after(note);
}

const hidden = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)?.value ?? "";

function read(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

function write(key: string, draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Private windows and full disks keep nothing: the form itself still does.
  }
}
