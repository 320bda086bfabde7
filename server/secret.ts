import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeWritable } from "#db/embedded/folder.ts";

/** What sign-ins are signed and phones are sealed with. Made on the first start; without it neither can be read again. */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  makeWritable(dataDir);
  try {
    // Fails when it is there: of two processes that start together one makes it and both read it.
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8");
}
