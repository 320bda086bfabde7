/** Control characters, half characters and non-characters: XML 1.0 cannot hold them in any spelling. */
const unfit = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u007F-\u009F]/gu;

/** Marks that turn the direction of what follows: they would reach into the reader's own list. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const spelled: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Any text as it stands between two tags or in an attribute, of XML and of HTML alike. */
export function escaped(text: string): string {
  return text
    .replaceAll(unfit, "")
    .replaceAll(turning, "")
    .replaceAll(/[&<>"']/g, (character) => spelled[character]!);
}

/** One element; what is inside is XML already. An attribute that is not there is left away. */
export function element(name: string, attributes: Record<string, string | null>, inside = ""): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(value)}"`],
  );
  return inside === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${inside}</${name}>`;
}

/** One element with a text in it. */
export const textElement = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;
