/**
 * Fetches this page as it is now and puts in what may change in place. Answers which event the newer bytes know of.
 * Whatever the reader is typing into stays as it is.
 */
export async function renew(): Promise<number | null> {
  // Asks the server each time: what the browser kept may be as old as a CDN may serve it.
  const answer = await fetch(location.pathname + location.search, {
    cache: "no-cache",
    headers: { accept: "text/html" },
  });
  if (!answer.ok) return null;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const place of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const newer = fresh.querySelector(`[data-live="${CSS.escape(place.dataset.live!)}"]`);
    if (newer && newer.innerHTML !== place.innerHTML && !isBeingUsed(place)) place.replaceChildren(...newer.childNodes);
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-vote]")) {
    const newer = fresh.querySelector(`form[data-vote="${CSS.escape(form.dataset.vote!)}"]`);
    if (newer) takeCounts(form, newer);
  }
  return Number(fresh.querySelector<HTMLElement>("[data-position]")?.dataset.position ?? Number.NaN);
}

const isBeingUsed = (place: HTMLElement) =>
  place !== document.activeElement &&
  place.contains(document.activeElement) &&
  document.activeElement!.matches("input, textarea, select");

function takeCounts(form: HTMLElement, newer: Element): void {
  for (const count of form.querySelectorAll<HTMLElement>("[data-count]")) {
    const now = newer.querySelector(`[data-count="${count.dataset.count}"]`);
    if (now && now.innerHTML !== count.innerHTML) count.replaceChildren(...now.childNodes);
  }
}
