import { createHash, randomBytes } from "node:crypto";

/** What a page may load and run. A page names its own inline scripts, by their hashes or by a nonce; nothing else runs. */
function contentPolicy(scripts: string, styles: string, inlineStyles = "'none'"): string {
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    `style-src 'self'${styles}`,
    `style-src-attr ${inlineStyles}`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For bytes that are kept: the hashes of the scripts and styles that stand in them. */
export function policyByHashes(html: string): string {
  const scripts = hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  const attributes = hashes(html.replace(/<script[\s\S]*?<\/script>/g, ""), /\sstyle="([^"]*)"/g, withoutEntities);
  return contentPolicy(scripts, styles, attributes ? `'unsafe-hashes'${attributes}` : undefined);
}

/** For answers that are no pages. */
export const policyForData = contentPolicy("", "");

/** For a page that is rendered for one person: a word that nobody else knows, once. */
export function policyByNonce(): { nonce: string; policy: string } {
  const nonce = randomBytes(16).toString("base64");
  return { nonce, policy: contentPolicy(` 'nonce-${nonce}'`, ` 'nonce-${nonce}'`) };
}

function hashes(html: string, pattern: RegExp, read = (text: string) => text): string {
  const found = new Set<string>();
  for (const [, text] of html.matchAll(pattern)) {
    found.add(` 'sha256-${createHash("sha256").update(read(text!)).digest("base64")}'`);
  }
  return [...found].join("");
}

const entities: Record<string, string> = { "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const withoutEntities = (text: string) => text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => entities[entity]!);

/** On every answer. */
export function securityHeaders(publicUrl: string): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(publicUrl.startsWith("https:") && { "strict-transport-security": "max-age=31536000" }),
  };
}
