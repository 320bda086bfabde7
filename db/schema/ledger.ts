import { bigint, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { bytes } from "./people.ts";

/** One row an event, in order of position, from 0: exactly what was hashed, so that no later program can read it otherwise. */
export const ledgerLeaves = pgTable("ledger_leaves", {
  index: ref().primaryKey(),
  /** RFC 8785 JSON. */
  entry: text().notNull(),
  hash: bytes().notNull(),
});

/** The tree above the leaves: each complete subtree of 2^level leaves, so that a proof reads some dozens of rows. */
export const ledgerNodes = pgTable(
  "ledger_nodes",
  { level: smallint().notNull(), index: bigint({ mode: "number" }).notNull(), hash: bytes().notNull() },
  (t) => [primaryKey({ columns: [t.level, t.index] })],
);

/** What a private event says, apart from the record: whoever may read it gets face and salt; without them a leaf says nothing. */
export const ledgerFaces = pgTable("ledger_faces", {
  index: ref()
    .primaryKey()
    .references(() => ledgerLeaves.index),
  face: text().notNull(),
  salt: text().notNull(),
});

/** What was signed, for ever. */
export const ledgerCheckpoints = pgTable(
  "ledger_checkpoints",
  {
    id: id(),
    size: bigint({ mode: "number" }).notNull(),
    root: bytes().notNull(),
    /** The verifier key that it was signed for. */
    key: text().notNull(),
    /** The whole signed note. */
    note: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex("ledger_checkpoints_once").on(t.size, t.key)],
);
