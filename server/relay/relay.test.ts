import { setTimeout as pause } from "node:timers/promises";
import { asc, isNull, sql } from "drizzle-orm";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { connect, type Db } from "#db/client.ts";
import { cursors, events } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import { record } from "#domain/events/record.ts";
import { lastPosition, type StampedEvent } from "#domain/events/stamped.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { type Consumer, consume } from "./consume.ts";
import { stampEvents } from "./stamp-events.ts";
import { startRelay } from "./start-relay.ts";

/** On a busy machine. */
const patiently = { timeout: 10_000 };

const write = (tx: Db, subject: string) =>
  record(tx, {
    what: "test.happened",
    topics: [subject],
    actor: clock,
    as: { role: "clock" },
    subject,
    public: true,
    at: new Date(),
  });

/** Transactions in other databases of the same server hold positions back as well: until nothing waits any more. */
const stampAll = async (db: Db) => {
  while ((await stampEvents(db)).waiting) await pause(5);
};

const stampedSubjects = async (db: Db) =>
  (await db.select({ subject: events.subject }).from(events).orderBy(asc(events.position))).map((row) => row.subject);

/** Starts a relay that ends with the test. */
async function running(db: Db, { consumers = [] as Consumer[], stamps = true } = {}) {
  const seen: StampedEvent[] = [];
  const relay = await startRelay(db, { tails: [{ follow: (more) => seen.push(...more) }], consumers, stamps });
  onTestFinished(() => relay.stop());
  return { relay, seen };
}

describe("stamping", () => {
  test("never overtakes an open transaction that began earlier, and then loses nothing of it", async () => {
    const { db } = await ownDatabase();
    let commit = () => {};
    const late = transact(db, async (tx) => {
      await write(tx, "began-first");
      await new Promise<void>((resolve) => (commit = resolve));
    });
    await vi.waitFor(() => expect(commit.name).not.toBe("commit"));
    await transact(db, (tx) => write(tx, "committed-first"));

    expect(await stampEvents(db)).toEqual({ stamped: 0, waiting: true });
    commit();
    await late;
    await stampAll(db);
    expect(await stampedSubjects(db)).toEqual(["began-first", "committed-first"]);
  });

  test("is dense, ordered and complete under writers that commit late or not at all, with two relays at once", async () => {
    const own = await ownDatabase();
    const second = connect(own.url, 4);
    onTestFinished(() => second.close());
    const one = await running(own.db);
    const two = await running(second.db);
    let committed = 0;
    const writer = async (name: number) => {
      for (let i = 0; i < 20; i += 1) {
        const fails = (name + i) % 5 === 0;
        await transact(own.db, async (tx) => {
          await write(tx, `${name}-${i}`);
          await pause((name * 7 + i * 3) % 13);
          if (fails) throw new Error("rolled back");
        }).catch(() => {});
        if (!fails) committed += 1;
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
    await vi.waitFor(() => expect(one.seen.length).toBe(committed), patiently);
    await vi.waitFor(() => expect(two.seen.length).toBe(committed), patiently);

    const dense = Array.from({ length: committed }, (_, i) => i + 1);
    expect(one.seen.map((event) => event.position)).toEqual(dense);
    expect(two.seen.map((event) => event.subject)).toEqual(one.seen.map((event) => event.subject));
    expect(await own.db.select().from(events).where(isNull(events.position))).toEqual([]);
    for (let name = 0; name < 8; name += 1) {
      const order = one.seen.map((event) => event.subject).filter((subject) => subject.startsWith(`${name}-`));
      expect(order).toEqual([...order].sort((a, b) => Number(a.split("-")[1]) - Number(b.split("-")[1])));
    }
  });

  test("leaves nothing half done when the relay's connection is killed within a batch", async () => {
    const { db } = await ownDatabase();
    for (let i = 0; i < 30; i += 1) await transact(db, (tx) => write(tx, String(i)));
    const killed = transact(db, async (tx) => {
      await stampEvents(tx);
      await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    });
    await expect(killed).rejects.toThrow();
    expect(await lastPosition(db)).toBe(0);
    await stampAll(db);
    expect(await stampedSubjects(db)).toEqual(Array.from({ length: 30 }, (_, i) => String(i)));
  });
});

describe("a relay", () => {
  test("tells a tail what was committed right after a poke, and nothing from before its start", async () => {
    const { db } = await ownDatabase();
    await transact(db, (tx) => write(tx, "before"));
    await stampAll(db);
    const { relay, seen } = await running(db);
    await transact(db, (tx) => write(tx, "after"));
    relay.poke();
    await vi.waitFor(() => expect(seen.map((event) => event.subject)).toEqual(["after"]), patiently);
    expect(relay.position()).toBe(2);
  });

  test("goes on when every connection was cut", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => void vi.restoreAllMocks());
    const own = await ownDatabase();
    const { seen } = await running(own.db);
    const other = connect(own.url, 1);
    onTestFinished(() => other.close());
    await other.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await transact(other.db, (tx) => write(tx, "afterwards"));
    await vi.waitFor(() => expect(seen.map((event) => event.subject)).toEqual(["afterwards"]), patiently);
  });

  test("delivers after a restart what was committed and not stamped when the process died", async () => {
    const { db } = await ownDatabase();
    const first = await running(db, { stamps: false });
    await transact(db, (tx) => write(tx, "left behind"));
    await first.relay.stop();
    const taken: string[] = [];
    await running(db, {
      consumers: [{ name: "diary", take: async (_, more) => void taken.push(...more.map((e) => e.subject)) }],
    });
    await vi.waitFor(() => expect(taken).toEqual(["left behind"]), patiently);
  });
});

describe("a consumer", () => {
  const cursorOf = async (db: Db) => (await db.select().from(cursors))[0]?.position;

  test("gets every event once and in order; a failure undoes its writing and its cursor alike", async () => {
    const { db } = await ownDatabase();
    for (let i = 0; i < 5; i += 1) await transact(db, (tx) => write(tx, String(i)));
    await stampAll(db);
    const taken: string[] = [];
    let broken = true;
    const diary: Consumer = {
      name: "diary",
      take: async (tx, more) => {
        await tx.execute(sql`insert into clock_offset (id, millis) values (1, ${more.length})`);
        if (broken) throw new Error("broken");
        taken.push(...more.map((event) => event.subject));
      },
    };
    await consume(db, diary);
    await expect(consume(db, diary)).rejects.toThrow("broken");
    expect(await cursorOf(db)).toBe(0);
    broken = false;
    await consume(db, diary);
    await consume(db, diary);
    expect(taken).toEqual(["0", "1", "2", "3", "4"]);
    expect(await cursorOf(db)).toBe(5);
  });

  test("that fails holds up no other", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => void vi.restoreAllMocks());
    const { db } = await ownDatabase();
    const taken: string[] = [];
    const fails: Consumer = { name: "fails", take: async () => Promise.reject(new Error("always")) };
    const works: Consumer = { name: "works", take: async (_, more) => void taken.push(...more.map((e) => e.subject)) };
    const { relay } = await running(db, { consumers: [fails, works] });
    await transact(db, (tx) => write(tx, "one"));
    relay.poke();
    await vi.waitFor(() => expect(taken).toEqual(["one"]), patiently);
  });
});
