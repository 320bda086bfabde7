import { ledgerAnswer, plain } from "#app/_edge/ledger.ts";
import { db } from "#db/client.ts";
import { requireCheckpoint } from "#domain/ledger/checkpoints.ts";

export const dynamic = "force-dynamic";

/** What the last checkpoint was signed with: a C2SP verifier key. */
export const GET = () => ledgerAnswer(plain, async () => `${(await requireCheckpoint(db)).key}\n`);
