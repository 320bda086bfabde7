import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { makeLeader, makeOffice } from "#test/factories/offices.ts";
import { makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { draftPost } from "./draft.ts";
import { composedKinds } from "./kinds.ts";
import { readOwnStreams } from "./own-streams.ts";

const now = on("2026-09-18");
const everybodys = ["announcement", "solicitation", "poll", "session"];

const draft = (db: Db, actor: Person, stream: { leaderId: number } | { officeId: number }, kind: string) =>
  draftPost(db, actor, { stream, kind: kind as "announcement", body: "说一件事。", prompts: [], images: [] }, now);

describe("a kind of post", () => {
  test(
    "is offered where it may be composed, and refused where it may not",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const leader = await makeLeader(db, { officeId: office.id });
      const [holder, operator] = [await makeHolder(db, leader.id), await makeOperator(db, office.id)];
      const editor = await makePerson(db, [{ role: "editor", regionId: office.regionId }]);
      const offered = async (actor: Person, ofLeader: boolean) =>
        (await readOwnStreams(db, actor)).find((own) => (own.leader !== null) === ofLeader)!.kinds;
      expect(await offered(holder, true)).toEqual(everybodys);
      expect(await offered(operator, false)).toEqual(everybodys);
      expect(await offered(editor, true)).toEqual(everybodys);
      expect(await offered(editor, false)).toEqual(composedKinds);
      for (const kind of composedKinds.filter((one) => !everybodys.includes(one))) {
        await expect(draft(db, operator, { officeId: office.id }, kind)).rejects.toMatchObject({ key: "forbidden" });
        for (const actor of [holder, editor]) {
          await expect(draft(db, actor, { leaderId: leader.id }, kind)).rejects.toMatchObject({
            key: "posts.officesOnly",
          });
        }
      }
    }),
  );

  test(
    "that a citizen raises is composed at no desk",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      await expect(draft(db, operator, { officeId: operator.grants[0]!.officeId! }, "appeal")).rejects.toMatchObject({
        key: "forbidden",
      });
    }),
  );
});
