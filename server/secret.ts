import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeWritable } from "#db/embedded/folder.ts";

/**
 * What sign-ins are signed and phones are sealed with, or what the ledger is signed with: 32 bytes, made on the first start.
 * Without the one neither can be read again; without the other a new key has to be made known.
 */
export function keptSecret(dataDir: string, name: "secret" | "ledger-key" = "secret"): string {
  const file = join(dataDir, name);
  makeWritable(dataDir);
  if (!existsSync(file)) makeSecret(file);
  return readFileSync(file, "utf8");
}

/** Whole or not at all: of two processes that start together, or of one that is killed, no half secret is left. */
function makeSecret(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
}
