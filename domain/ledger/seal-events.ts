import { between, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, leaders, letters, offices } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { keepCheckpoint, sealedSize } from "./checkpoints.ts";
import { faceOf, type Names, type Sealed, seal } from "./entry.ts";
import { readNodes } from "./nodes.ts";
import type { Signer } from "./note.ts";
import { GrowingTree, leafHash, type Node, subtreesOf } from "./tree.ts";

/**
 * Puts the next events into the tree and signs what it has become. In the transaction that moves the cursor: whatever is
 * killed meanwhile, an event is in the tree once, and a checkpoint speaks only of what is there.
 */
export async function sealEvents(db: Db, stamped: readonly StampedEvent[], signer: Signer): Promise<void> {
  const size = await sealedSize(db);
  const gap = stamped.find(({ position }, i) => position !== size + i + 1);
  if (gap) throw new Error(`The ledger has ${size} entries and was given position ${gap.position}.`);

  const names = await readNames(db, stamped);
  const tree = new GrowingTree(size, await readNodes(db, subtreesOf({ from: 0, size })));
  const leaves = stamped.map((event) => {
    const sealed = seal(faceOf(event, names.get(event.id)!), event.public);
    const hash = leafHash(sealed.entry);
    tree.append(hash);
    return { ...sealed, index: event.position - 1, hash };
  });
  await writeLeaves(db, leaves);
  await writeNodes(db, tree.completed);
  await keepCheckpoint(db, signer, tree.size, tree.root);
}

/** What the events speak of by surrogate key, and the hash of their words, in one read. */
async function readNames(db: Db, stamped: readonly StampedEvent[]): Promise<Map<number, Names>> {
  const letterId = sql`case when ${events.subject} ~ '^letter:[0-9]+$' then substr(${events.subject}, 8)::bigint end`;
  const rows = await db
    .select({
      id: events.id,
      office: offices.slug,
      leader: leaders.handle,
      letter: letters.number,
      words: eventWords.hash,
    })
    .from(events)
    .leftJoin(offices, eq(offices.id, events.officeId))
    .leftJoin(leaders, eq(leaders.id, events.leaderId))
    .leftJoin(letters, eq(letters.id, letterId))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(between(events.position, stamped[0]!.position, stamped.at(-1)!.position));
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

type Leaf = Sealed & { index: number; hash: Buffer };

async function writeLeaves(db: Db, leaves: readonly Leaf[]): Promise<void> {
  const rows = leaves.map(({ index, entry, hash }) => ({ index, entry, hash: hash.toString("hex") }));
  await db.execute(sql`insert into ledger_leaves (index, entry, hash)
    select index, entry, decode(hash, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as l(index bigint, entry text, hash text)`);
  const hidden = leaves.flatMap(({ index, hidden }) => (hidden ? [{ index, ...hidden }] : []));
  if (hidden.length === 0) return;
  await db.execute(sql`insert into ledger_faces (index, face, salt)
    select index, face, salt
    from json_to_recordset(${JSON.stringify(hidden)}::json) as f(index bigint, face text, salt text)`);
}

async function writeNodes(db: Db, nodes: readonly Node[]): Promise<void> {
  const rows = nodes.map(({ level, index, hash }) => ({ level, index, hash: hash.toString("hex") }));
  if (rows.length === 0) return;
  await db.execute(sql`insert into ledger_nodes (level, index, hash)
    select level, index, decode(hash, 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as n(level smallint, index bigint, hash text)`);
}
