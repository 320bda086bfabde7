import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { asc, count, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events, ledgerLeaves, letters, posts } from "#db/schema/index.ts";
import { countComments } from "#domain/comments/count.ts";
import { listCheckpoints } from "#domain/ledger/checkpoints.ts";
import { GrowingTree } from "#domain/ledger/tree.ts";
import { makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { signer } from "#test/sealed.ts";
import { witness, witnessed } from "#test/witness.ts";
import { sealing } from "../ledger.ts";
import { consume } from "./consume.ts";
import { stampEvents } from "./stamp-events.ts";

const kills = 6;
/** What it has said to be written before it is killed, at the least. */
const promised = 40;

/** Lets it write until it has promised enough, and a moment more, and kills it in the middle of whatever it does. */
async function writeAndKill(url: string, postId: number, people: number[]): Promise<string[]> {
  const args = ["test/writes-until-killed.ts", url, String(postId), ...people.map(String)];
  const writer = spawn("node_modules/.bin/node", args, { stdio: ["ignore", "pipe", "inherit"] });
  const said: string[] = [];
  for await (const line of createInterface(writer.stdout)) {
    said.push(line);
    if (said.length === promised) setTimeout(() => writer.kill("SIGKILL"), Math.random() * 100);
  }
  if (writer.signalCode === null && writer.exitCode === null) await once(writer, "exit");
  expect(writer.signalCode).toBe("SIGKILL");
  return said;
}

test("a platform killed again and again loses nothing that it said was written, and no event is lost, doubled or out of order", async () => {
  const { db, url } = await ownDatabase();
  await db.execute(witnessed);
  const people = await makeWorld(db);
  const { id: postId } = await makePost(db);
  const said: string[] = [];
  for (let n = 0; n < kills; n += 1) said.push(...(await writeAndKill(url, postId, people)));

  while ((await stampEvents(db)).waiting) await pause(20);
  while (await consume(db, witness));
  while (await consume(db, sealing(signer)));
  await countComments(db);

  expect(said.length).toBeGreaterThanOrEqual(kills * promised);
  const there = await subjects(db);
  expect(said.filter((one) => !there.has(one))).toEqual([]);
  const [all] = await db.select({ events: count(), stamped: count(events.position) }).from(events);
  const order = (await db.execute(sql`select position::int from witnessed order by n`)).map(({ position }) => position);
  expect(all!.stamped).toBe(all!.events);
  expect(order).toEqual(Array.from({ length: all!.events }, (_, n) => n + 1));
  await expectSealed(db, all!.events);
  const [{ n: written } = { n: -1 }] = await db.select({ n: count() }).from(comments);
  expect((await db.select({ n: posts.commentCount }).from(posts))[0]!.n).toBe(written);
}, 180_000);

/** Every event is one leaf in its place, and each checkpoint that was ever signed is the root of what was there. */
async function expectSealed(db: Db, size: number): Promise<void> {
  const leaves = await db.select().from(ledgerLeaves).orderBy(asc(ledgerLeaves.index));
  expect(leaves.map(({ entry }) => JSON.parse(entry).position)).toEqual(Array.from({ length: size }, (_, n) => n + 1));
  const signed = new Map((await listCheckpoints(db, undefined, 10_000)).checkpoints.map((one) => [one.size, one.root]));
  const tree = new GrowingTree(0, []);
  for (const { hash } of leaves) {
    tree.append(hash);
    expect(signed.get(tree.size) ?? tree.root).toEqual(tree.root);
  }
  expect(signed.has(size)).toBe(true);
}

/** The region's triage office and its mailbox, for who does not know whom to choose; and people who write. */
async function makeWorld(db: Db): Promise<number[]> {
  const office = await makeOffice(db, { triages: true });
  await makeMailbox(db, { officeId: office.id });
  const people = [];
  for (let n = 0; n < 6; n += 1) people.push((await makeCitizen(db)).id);
  return people;
}

/** Everything written that has its event: one without the other would be half-done. */
async function subjects(db: Db): Promise<Set<string>> {
  const rows = await db.execute(sql`
    select subject from events
    where subject in (select 'comment:' || id from ${comments} union all select 'letter:' || id from ${letters})`);
  return new Set(rows.map(({ subject }) => String(subject)));
}
