interface Name {
  kind: "office" | "leader";
  slug: string;
  name: string;
  nameEn: string | null;
}

/** Milliseconds after the last key: a word is typed in one go. */
const patience = 150;

/**
 * While somebody types into a field with `data-suggest`, offices and leaders of that name are offered beneath it. Nothing
 * is asked while Chinese is being composed: the letters are not the word yet. Enter always searches for what was typed,
 * unless an offer was chosen with the arrow keys.
 */
export function suggestNames(field: HTMLInputElement, language: string, signal: AbortSignal): void {
  const box = new Offers(field, language);
  let composing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const ask = async () => {
    const turn = ++asked;
    const typed = field.value.trim();
    const names = typed.length < 2 ? [] : await namesWith(typed);
    if (turn === asked && document.activeElement === field) box.show(names);
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
  on("blur", () => setTimeout(() => box.show([]), patience));
  on("keydown", (event) => box.key(event as KeyboardEvent));
}

async function namesWith(typed: string): Promise<Name[]> {
  const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: typed })}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { names: Name[] }).names : [];
}

/** A list box as the ARIA pattern for a combobox has it: the field keeps the focus. */
class Offers {
  readonly #field: HTMLInputElement;
  readonly #language: string;
  readonly #list = document.createElement("ul");
  #chosen = -1;

  constructor(field: HTMLInputElement, language: string) {
    this.#field = field;
    this.#language = language;
    this.#list.id = `${field.id}-offers`;
    this.#list.hidden = true;
    this.#list.className = "absolute inset-x-0 top-full z-10 mt-1 border border-control bg-card";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", field.dataset.suggest ?? "");
    field.parentElement!.append(this.#list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.#list.id,
      "aria-expanded": "false",
    }))
      field.setAttribute(name, value);
  }

  show(names: readonly Name[]): void {
    this.#list.replaceChildren(...names.map((name, place) => this.#offer(name, place)));
    this.#list.hidden = names.length === 0;
    this.#field.setAttribute("aria-expanded", String(names.length > 0));
    this.#choose(-1);
  }

  key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229 || this.#list.hidden) return;
    const last = this.#list.children.length - 1;
    if (event.key === "ArrowDown") this.#choose(this.#chosen === last ? -1 : this.#chosen + 1);
    else if (event.key === "ArrowUp") this.#choose(this.#chosen === -1 ? last : this.#chosen - 1);
    else if (event.key === "Escape") this.show([]);
    else if (event.key === "Enter" && this.#chosen >= 0) this.#link(this.#chosen)?.click();
    else return;
    event.preventDefault();
  }

  #offer({ kind, slug, name, nameEn }: Name, place: number): HTMLLIElement {
    const offer = document.createElement("li");
    offer.id = `${this.#list.id}-${place}`;
    offer.setAttribute("role", "option");
    const link = document.createElement("a");
    const prefix = this.#language === "en" ? "/en" : "";
    link.href = `${prefix}/${kind === "leader" ? "leaders" : "offices"}/${slug}`;
    link.tabIndex = -1;
    link.className = "flex min-h-target items-center px-3 text-ink no-underline hover:bg-brand-wash";
    link.textContent = (this.#language === "en" && nameEn) || name;
    // The field would lose the focus, and the list go, before the click arrives.
    link.onmousedown = (event) => event.preventDefault();
    offer.append(link);
    return offer;
  }

  #choose(place: number): void {
    this.#chosen = place;
    for (const [n, offer] of [...this.#list.children].entries()) {
      offer.setAttribute("aria-selected", String(n === place));
      offer.classList.toggle("bg-brand-wash", n === place);
    }
    if (place < 0) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", `${this.#list.id}-${place}`);
  }

  #link = (place: number) => this.#list.children[place]?.querySelector("a");
}
