import { expect, test } from "vitest";
import { handovers, messages, signInCodes } from "#db/schema/index.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { removeLeftovers } from "./leftovers.ts";

test(
  "a day after, what was only for a while is gone, and what is younger stays",
  inRollback(async (db) => {
    const now = on("2026-11-20");
    const ago = (hours: number) => new Date(now.at.getTime() - hours * 3_600_000);
    const code = (codeHash: string, hours: number) => ({
      purpose: "phone" as const,
      subjectHash: "s",
      codeHash,
      createdAt: ago(hours + 1),
      expiresAt: ago(hours),
    });
    await db.insert(handovers).values([
      { token: "old", path: "/posts/1", fields: {}, at: ago(25) },
      { token: "young", path: "/posts/1", fields: {}, at: ago(23) },
    ]);
    await db.insert(signInCodes).values([code("old", 25), code("young", 23)]);

    for (const [purpose, hours] of [
      ["code", 25],
      ["code", 23],
      ["notice", 25],
    ] as const) {
      await db.insert(messages).values({ purpose, sealed: `${purpose} ${hours}`, createdAt: ago(hours) });
    }

    await removeLeftovers(db, now);

    expect((await db.select().from(handovers)).map((row) => row.token)).toEqual(["young"]);
    expect((await db.select().from(signInCodes)).map((row) => row.codeHash)).toEqual(["young"]);
    expect((await db.select().from(messages)).map((row) => row.sealed)).toEqual(["code 23", "notice 25"]);
  }),
);
