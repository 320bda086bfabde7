import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ledgerAnswer } from "#app/_edge/ledger.ts";

export const dynamic = "force-dynamic";

/** The verifier, to be kept beside what it verifies: it has nothing of this platform in it. */
export const GET = () =>
  ledgerAnswer("text/javascript; charset=utf-8", () =>
    readFile(join(/* turbopackIgnore: true */ process.cwd(), "scripts/verify-ledger.mjs"), "utf8"),
  );
