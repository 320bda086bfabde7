import { json, ledgerAnswer, ledgerSigner } from "#app/_edge/ledger.ts";
import { db } from "#db/client.ts";
import { readPublicLedger } from "#domain/ledger/read-letter-ledger.ts";

/** `/letters/[no]/ledger.json`: the same for everybody. */
export async function GET(_: Request, { params }: RouteContext<"/api/ledger/[no]">): Promise<Response> {
  const { no } = await params;
  return ledgerAnswer(json, async () => JSON.stringify(await readPublicLedger(db, no, ledgerSigner())));
}
