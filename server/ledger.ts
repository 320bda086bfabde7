import type { Signer } from "#domain/ledger/note.ts";
import { sealEvents } from "#domain/ledger/seal-events.ts";
import type { Consumer } from "./relay/consume.ts";

/** Seals in batches: each leaves one signed checkpoint, and those are kept for ever. */
export const sealing = (signer: Signer): Consumer => ({
  name: "ledger",
  take: (db, events) => sealEvents(db, events, signer),
  batch: 10_000,
  pace: { every: 2_000, apart: 2_000, longest: 10_000 },
});
