import { securityHeaders } from "../policy.ts";
import type { Asked } from "./asked.ts";
import type { Captured } from "./capture.ts";

/** So that a CDN may do what we do, and forget by topic what has changed. */
const shared = "public, max-age=0, s-maxage=5, stale-while-revalidate=60, stale-if-error=300";

export function pageHeaders(publicUrl: string) {
  const security = securityHeaders(publicUrl);
  return (asked: Asked, { headers }: Captured, topics: ReadonlySet<string>): Record<string, string> => {
    if (asked.asset) {
      return {
        ...security,
        "cache-control": String(headers["cache-control"] ?? "public, max-age=31536000, immutable"),
      };
    }
    const tags = [...topics].map(encodeURIComponent).join(",");
    const preloads: Record<string, string> = headers.link ? { link: [headers.link].flat().join(", ") } : {};
    return { ...security, ...preloads, "cache-control": shared, "cache-tag": tags };
  };
}
