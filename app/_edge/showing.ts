/** The address of a page that shows what an event has just changed: nothing older is served there. */
export function showing(path: string, eventId: number, part: string): string {
  const url = new URL(path, "http://own.invalid");
  url.searchParams.set("since", String(eventId));
  return `${url.pathname}${url.search}#${part}`;
}
