import { ledgerAnswer, plain } from "#app/_edge/ledger.ts";
import { db } from "#db/client.ts";
import { requireCheckpoint } from "#domain/ledger/checkpoints.ts";

export const dynamic = "force-dynamic";

/** What was signed last: a C2SP checkpoint. */
export const GET = () => ledgerAnswer(plain, async () => (await requireCheckpoint(db)).note);
