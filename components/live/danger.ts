/**
 * Where somebody writes of danger to life, the telephone comes before the comment: the card that the page holds ready is
 * shown while they type, and they are not asked a second time.
 */
export function showTelephones(signal: AbortSignal): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-composer]")) {
    const [area, card] = [form.querySelector("textarea"), form.querySelector<HTMLElement>("[data-danger]")];
    const seen = form.querySelector<HTMLInputElement>("input[name=anyway]");
    if (!area || !card || !seen || !card.hidden) continue;
    area.addEventListener(
      "input",
      async () => {
        const { tellsOfDanger } = await import("#domain/letters/danger.ts");
        card.hidden = !tellsOfDanger(area.value);
        seen.value = card.hidden ? "" : "1";
      },
      { signal },
    );
  }
}
