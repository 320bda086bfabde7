import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { canEnter, serverUser } from "./program.ts";

/**
 * `wanted`, or a folder the server's user can reach when a closed parent (/root) keeps it out of that one. Always the
 * same for the same checkout.
 */
export function reachableFolder(wanted: string): string {
  if (canEnter(serverUser(), dirname(wanted))) return wanted;
  return join("/var/lib", `gongpu-${createHash("sha256").update(wanted).digest("hex").slice(0, 8)}`);
}
