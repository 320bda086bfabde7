import { afterEach, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { setBridge } from "./bridge.ts";
import { record } from "./record.ts";

afterEach(() => setBridge(undefined));

const recorded = (db: Db, what: string, then = () => {}) =>
  transact(db, async (tx) => {
    const as = { role: "clock" } as const;
    await record(tx, {
      what,
      topics: ["post:7"],
      actor: clock,
      as,
      subject: "post:7",
      public: true,
      at: on("2026-09-18").at,
    });
    then();
  });

test(
  "what was hidden is thrown away before whoever hid it hears that it is done; other changes can wait",
  inRollback(async (db) => {
    const purged: string[][] = [];
    setBridge({ poke() {}, shows() {}, purge: (topics) => void purged.push(topics) });
    await recorded(db, "comment.write");
    expect(purged).toEqual([]);
    await recorded(db, "comment.hide");
    expect(purged).toEqual([["post:7"]]);
    const broken = () => {
      throw new Error("broken off");
    };
    await expect(recorded(db, "comment.hide", broken)).rejects.toThrow("broken off");
    expect(purged).toHaveLength(1);
  }),
);
