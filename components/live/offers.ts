/** A list box as the ARIA pattern for a combobox has it: the field keeps the focus, and the arrow keys choose. */
export class Offers<T> {
  readonly #field: HTMLInputElement | HTMLTextAreaElement;
  readonly #make: (offered: T) => HTMLElement;
  readonly #list = document.createElement("ul");
  #chosen = -1;

  /** `make` draws what is pressed: a link, or something with a click of its own. */
  constructor(field: HTMLInputElement | HTMLTextAreaElement, label: string, make: (offered: T) => HTMLElement) {
    this.#field = field;
    this.#make = make;
    this.#list.id = `${field.id}-offers`;
    this.#list.hidden = true;
    this.#list.className = "absolute inset-x-0 top-full z-10 mt-1 border border-control bg-card";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", label);
    field.parentElement!.append(this.#list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.#list.id);
    this.#expand(false);
  }

  show(offered: readonly T[]): void {
    this.#list.replaceChildren(...offered.map((one, place) => this.#offer(one, place)));
    this.#list.hidden = offered.length === 0;
    this.#expand(offered.length > 0);
    this.choose(-1);
  }

  /** Did the key do something here? Whatever is typed while Chinese is being composed does not. */
  key(event: KeyboardEvent): boolean {
    if (event.isComposing || event.keyCode === 229 || this.#list.hidden) return false;
    const last = this.#list.children.length - 1;
    if (event.key === "ArrowDown") this.choose(this.#chosen === last ? -1 : this.#chosen + 1);
    else if (event.key === "ArrowUp") this.choose(this.#chosen === -1 ? last : this.#chosen - 1);
    else if (event.key === "Escape") this.show([]);
    else if (event.key === "Enter" && this.#chosen >= 0) this.#pressed(this.#chosen)?.click();
    else return false;
    event.preventDefault();
    return true;
  }

  choose(place: number): void {
    this.#chosen = place;
    for (const [n, offer] of [...this.#list.children].entries()) {
      offer.setAttribute("aria-selected", String(n === place));
      offer.classList.toggle("bg-brand-wash", n === place);
    }
    if (place < 0) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", `${this.#list.id}-${place}`);
  }

  /** A text of several lines is no combobox, and has no such state. */
  #expand(open: boolean): void {
    if (this.#field.getAttribute("role") === "combobox") this.#field.setAttribute("aria-expanded", String(open));
  }

  #offer(offered: T, place: number): HTMLLIElement {
    const offer = document.createElement("li");
    offer.id = `${this.#list.id}-${place}`;
    offer.setAttribute("role", "option");
    const pressed = this.#make(offered);
    pressed.tabIndex = -1;
    pressed.className = "flex min-h-target cursor-pointer items-center px-3 text-ink no-underline hover:bg-brand-wash";
    // The field would lose the focus, and the list go, before the click arrives.
    pressed.onmousedown = (event) => event.preventDefault();
    offer.append(pressed);
    return offer;
  }

  #pressed = (place: number) => this.#list.children[place]?.firstElementChild as HTMLElement | null;
}
