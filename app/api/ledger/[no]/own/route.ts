import { json, ledgerAnswer, ledgerSigner } from "#app/_edge/ledger.ts";
import { actorAt } from "#app/_edge/letter-pass.ts";
import { db } from "#db/client.ts";
import { readOwnLedger } from "#domain/ledger/read-letter-ledger.ts";

/** `/letters/[no]/act/ledger.json`: with all that this person may read of it, for them alone. */
export async function GET(_: Request, { params }: RouteContext<"/api/ledger/[no]/own">): Promise<Response> {
  const { no } = await params;
  const read = async () => JSON.stringify(await readOwnLedger(db, await actorAt(no), no, ledgerSigner()));
  return ledgerAnswer(json, read, "private, no-store");
}
