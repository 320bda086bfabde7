import { json, ledgerAnswer, spanOf } from "#app/_edge/ledger.ts";
import { db } from "#db/client.ts";
import { readConsistency } from "#domain/ledger/read-ledger.ts";

/** That the tree of one size is the beginning of that of another. */
export const GET = (request: Request) =>
  ledgerAnswer(json, async () => {
    const proof = await readConsistency(db, spanOf(request));
    return JSON.stringify({ proof: proof.map((hash) => hash.toString("base64")) });
  });
