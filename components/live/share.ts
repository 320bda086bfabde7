/** How long the link says that it was copied, in milliseconds. */
const shown = 3_000;

/** A link with `data-share`: the browser's own sharing where there is one, else its address is copied and says so. */
export async function share(link: HTMLAnchorElement): Promise<void> {
  if (navigator.share) {
    // Whoever closes it again has changed their mind: that is no mistake.
    await navigator.share({ title: document.title, url: link.href }).catch(() => {});
    return;
  }
  await navigator.clipboard.writeText(link.href);
  const words = link.querySelector("span");
  const before = words?.textContent ?? "";
  if (!words || before === link.dataset.share) return;
  words.textContent = link.dataset.share ?? "";
  setTimeout(() => {
    words.textContent = before;
  }, shown);
}
