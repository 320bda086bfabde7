import { Offers } from "./offers.ts";
import { askWhileTyping, type Name, wordsOf } from "./suggest.ts";

/** An @ and what was typed behind it, up to where somebody types. */
const begun = /(?<![A-Za-z0-9._%+-])[@＠]([\p{L}\p{N}_·-]{0,30})$/u;

/**
 * In a text with `data-mention`, an @ and the beginning of a name (or its pinyin) offers offices and leaders. What is chosen
 * is written under the Chinese name that it is known by, with a blank behind it; Enter is a new line unless one was chosen.
 */
export function offerMentions(field: HTMLTextAreaElement, language: string, signal: AbortSignal): void {
  const typed = () => begun.exec(field.value.slice(0, field.selectionStart))?.[1] ?? "";
  const offers = new Offers<Name>(field, field.dataset.mention ?? "", (name) => {
    const words = document.createElement("span");
    words.textContent = `@${wordsOf(name, language)}`;
    words.onclick = () => {
      write(field, typed(), name.name);
      offers.show([]);
    };
    return words;
  });
  askWhileTyping(field, typed, offers, signal);
}

function write(field: HTMLTextAreaElement, typed: string, name: string): void {
  const end = field.selectionStart;
  field.setRangeText(`${name} `, end - typed.length, end, "end");
  // Drafts are kept, and lengths counted, when something was typed.
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}
