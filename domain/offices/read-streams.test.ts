import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { leaders, mailboxes } from "#db/schema/index.ts";
import { makeLeader, makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { readLeader, readLeaders, readOffice, readOffices } from "./read-streams.ts";

const closedAt = on("2026-09-18").at;

describe("the streams that everybody finds", () => {
  test(
    "a closed position is no longer listed, and what was said there stays readable",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      expect((await readLeaders(db)).map((stream) => stream.leader?.handle)).toEqual([leader.handle]);
      await db.update(leaders).set({ closedAt }).where(eq(leaders.id, leader.id));
      expect(await readLeaders(db)).toEqual([]);
      expect(await readLeader(db, leader.handle)).toMatchObject({ closed: true, leader: { handle: leader.handle } });
      expect(await readLeader(db, "nobody")).toBeNull();
    }),
  );

  test(
    "an office is listed when it speaks in its own name or takes letters itself",
    inRollback(async (db) => {
      const [silent, speaking, taking] = [await makeOffice(db), await makeOffice(db), await makeOffice(db)];
      const leader = await makeLeader(db, { officeId: silent.id });
      await makeMailbox(db, { officeId: silent.id, leaderId: leader.id });
      await makePost(db, { leaderId: leader.id });
      await makePost(db, { officeId: speaking.id });
      await makeMailbox(db, { officeId: taking.id });
      const listed = (await readOffices(db)).map(({ office }) => office.slug);
      expect(listed.sort()).toEqual([speaking.slug, taking.slug].sort());
    }),
  );

  test(
    "a leader's mailbox stands beside the leader, not beside the office that keeps it; a closed one beside neither",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { officeId: leader.officeId, leaderId: leader.id, declines: "诉讼中的事" });
      const { office, mailbox: beside } = (await readLeader(db, leader.handle))!;
      expect(beside).toEqual({ id: mailbox.id, slug: mailbox.slug, declines: "诉讼中的事" });
      expect((await readOffice(db, office.slug))?.mailbox).toBeNull();
      await db.update(mailboxes).set({ closedAt }).where(eq(mailboxes.id, mailbox.id));
      expect((await readLeader(db, leader.handle))?.mailbox).toBeNull();
    }),
  );
});
