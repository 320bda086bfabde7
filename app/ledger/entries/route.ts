import { ledgerAnswer, spanOf } from "#app/_edge/ledger.ts";
import { db } from "#db/client.ts";
import { readEntries } from "#domain/ledger/read-ledger.ts";

/** JSON lines, each an entry exactly as it was hashed: from one index to another, both included, a thousand at most. */
export const GET = (request: Request) =>
  ledgerAnswer("application/jsonl; charset=utf-8", async () => {
    const entries = await readEntries(db, spanOf(request));
    return entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
  });
