"use client";

import { useEffect, useState } from "react";

export interface KeyWords {
  keys: string;
  /** What each key does here: { j: "下一封", k: "上一封", a: "认领", e: "打开" }. */
  does: Partial<Record<"j" | "k" | "a" | "e", string>>;
}

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => row.offsetParent !== null);

/** The row moved to last: a list that was drawn anew has lost the focus, and the work goes on where it was. */
let last: string | null = null;

/** The row the keys are about: where the focus is, else where it was, else the one that is open. */
function present(all: HTMLElement[]): number {
  const focused = all.findIndex((row) => row.closest("[data-rows-item]")?.contains(document.activeElement));
  if (focused >= 0) return focused;
  const open = all.findIndex((row) => row.getAttribute("aria-current") === "true");
  return open >= 0 ? open : all.findIndex((row) => row.getAttribute("href") === last);
}

function move(by: 1 | -1, opens: boolean): void {
  const all = rows();
  const at = present(all);
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  last = next?.getAttribute("href") ?? null;
  if (opens && next?.getAttribute("aria-current") !== "true") next?.click();
  next?.focus();
}

/** The act of the present row, or of the page when it has only one. */
function act(key: "a" | "e"): void {
  const all = rows();
  const item = all[present(all)]?.closest("[data-rows-item]");
  const inside = item?.querySelector<HTMLElement>(`[data-key="${key}"]`);
  (inside ?? document.querySelector<HTMLElement>(`[data-key="${key}"]`))?.click();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|select|textarea)$/i.test(target.tagName));

/** j, k, a and e in a list that is worked through, with the legend that says so. `opens`: moving on opens the next one. */
export function Keys({ words, opens = false }: { words: KeyWords; opens?: boolean }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setReady(true);
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (event.key === "j") move(1, opens);
      else if (event.key === "k") move(-1, opens);
      else if (event.key === "a" || event.key === "e") act(event.key);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [opens]);
  if (!ready) return null;
  return (
    <p className="hidden items-center gap-x-3 text-sm text-ink-2 lg:flex">
      <span className="sr-only">{words.keys}</span>
      {Object.entries(words.does).map(([key, does]) => (
        <span key={key} className="inline-flex items-center gap-1">
          <kbd className="inline-grid size-5.5 place-items-center rounded-sm border border-b-2 border-control bg-card font-sans text-ink uppercase">
            {key}
          </kbd>
          {does}
        </span>
      ))}
    </p>
  );
}
