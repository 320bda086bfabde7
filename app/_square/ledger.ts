import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { type Checkpoint, latestCheckpoint, listCheckpoints } from "#domain/ledger/checkpoints.ts";

/** Sealing tells nobody that it has sealed: that would be one more thing to seal. The page is looked at anew instead. */
const freshFor = 5_000;

/** 存证: what was signed last, and everything that was signed before. */
export async function readLedgerPage(query: Query) {
  const at = (await now()).at.getTime();
  await shows("ledger", { until: new Date(at + freshFor) });
  const after = idOf(query.after);
  const [latest, { checkpoints, next }] = await Promise.all([latestCheckpoint(db), listCheckpoints(db, after, 20)]);
  return { after: after ?? null, latest: latest && shown(latest), checkpoints: checkpoints.map(shown), next };
}

const shown = ({ id, size, root, key, note, at }: Checkpoint) => ({
  id,
  size,
  root: root.toString("base64"),
  key,
  note,
  at,
});
