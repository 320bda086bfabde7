import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { letters, lightDeliveries } from "#db/schema/index.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeHandler, makePerson } from "#test/factories/people.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { calendar, on } from "#test/on.ts";
import { deliverLights, readFeedState, sendFailedAgain } from "./deliver-lights.ts";
import { readLightsFeed } from "./lights-feed.ts";
import { lightsHttpPort } from "./lights-port.ts";
import { tellLights } from "./tell-lights.ts";

const secret = "a secret of sixteen";
const now = on("2026-10-16");
const later = (minutes: number) => nowAt(new Date(now.at.getTime() + minutes * 60_000), calendar);

beforeEach(() => {
  vi.stubEnv("LIGHTS_FEED_URL", "http://127.0.0.1:1/");
  vi.stubEnv("LIGHTS_FEED_SECRET", secret);
});
afterEach(() => vi.unstubAllEnvs());

/** An inspection system on this machine: keeps what it was sent and answers with the given states in turn. */
async function startReceiver(...states: number[]) {
  const received: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: Buffer.concat(await request.toArray()).toString() });
    const state = states[received.length - 1] ?? 200;
    response.writeHead(state, state === 302 ? { location: "/elsewhere" } : {}).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return { send: lightsHttpPort(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, secret), received };
}

/** A letter whose light has turned amber and red and whose office has a yellow card. */
async function makeLate(db: Db) {
  const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
  await tellLights(db, now);
  return letter;
}

const supervisor = async (db: Db) =>
  makePerson(db, [{ role: "supervisor", officeId: (await makeOffice(db, { supervises: true })).id }]);

describe("a change of light", () => {
  test(
    "reaches the inspection system signed, oldest first, each once under its own id",
    inRollback(async (db) => {
      const { send, received } = await startReceiver();
      const letter = await makeLate(db);
      expect(await deliverLights(db, now, send)).toBe(3);
      expect(await deliverLights(db, later(600), send)).toBe(0);

      const bodies = received.map(({ body }) => JSON.parse(body));
      expect(bodies.map(({ level }) => level)).toEqual(["amber", "red", "yellowCard"]);
      expect(bodies[1]).toMatchObject({ letter: letter.number, clock: "finish", dueOn: "2026-10-15" });
      expect(bodies[1].at).toBe("2026-10-15T16:00:00.000Z");
      expect(new Set(received.map(({ headers }) => headers["idempotency-key"])).size).toBe(3);
      for (const { headers, body } of received) {
        const timestamp = headers["x-gongpu-timestamp"];
        expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60);
        expect(headers["x-gongpu-signature"]).toBe(
          createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex"),
        );
      }
      expect(Object.keys(bodies[0]).sort()).toEqual(
        ["at", "clock", "dueOn", "letter", "level", "mailbox", "office", "officeName", "position"].sort(),
      );
    }),
  );

  test(
    "is tried again with growing pauses under the same id, and waits for a person after the sixth time",
    inRollback(async (db) => {
      const { send, received } = await startReceiver(...Array(18).fill(500));
      await makeLate(db);
      for (const [tries, minute] of [0, 1, 6, 36, 156, 636].entries()) {
        if (tries > 0) await deliverLights(db, later(minute - 0.5), send);
        expect(received).toHaveLength(3 * tries);
        await deliverLights(db, later(minute), send);
      }
      expect(new Set(received.map(({ headers }) => headers["idempotency-key"])).size).toBe(3);
      const person = await supervisor(db);
      expect(await readFeedState(db, person)).toMatchObject({
        waiting: 0,
        failed: 3,
        lastSentAt: null,
        problem: "the inspection system answered 500",
      });
      expect(await deliverLights(db, later(10_000), send)).toBe(0);

      await expect(sendFailedAgain(db, await makeHandler(db), later(10_000))).rejects.toMatchObject({
        key: "forbidden",
      });
      expect(await sendFailedAgain(db, person, later(10_000))).toBe(3);
      expect(await deliverLights(db, later(10_000), send)).toBe(3);
      expect(await readFeedState(db, person)).toMatchObject({ waiting: 0, failed: 0, problem: null });
    }),
  );

  test(
    "goes to no other address than the configured one",
    inRollback(async (db) => {
      const { send, received } = await startReceiver(302, 302, 302);
      await makeLate(db);
      expect(await deliverLights(db, now, send)).toBe(0);
      expect(received).toHaveLength(3);
    }),
  );

  test(
    "of an accusation never leaves, even if the letter became one while it waited",
    inRollback(async (db) => {
      const { send, received } = await startReceiver();
      const letter = await makeLate(db);
      const before = (await readLightsFeed(db, 0)).changes.filter((change) => change.letter === letter.number);
      expect(before).toHaveLength(3);
      await db
        .update(letters)
        .set({ kind: "accusation", publishedAt: null, publicTitle: null, publicBody: null })
        .where(eq(letters.id, letter.id));
      expect(await deliverLights(db, now, send)).toBe(0);
      expect(received).toEqual([]);
      expect(await db.$count(lightDeliveries)).toBe(0);
      expect((await readLightsFeed(db, 0)).changes.filter((change) => change.letter === letter.number)).toEqual([]);
    }),
  );

  test(
    "waits nowhere while no address is configured; the export has it all the same",
    inRollback(async (db) => {
      vi.stubEnv("LIGHTS_FEED_URL", "");
      await makeLate(db);
      expect(await db.$count(lightDeliveries)).toBe(0);
      const first = await readLightsFeed(db, 0);
      expect(first).toMatchObject({ more: false, position: first.changes[2]!.position });
      expect((await readLightsFeed(db, first.changes[1]!.position)).changes).toEqual([first.changes[2]]);
      expect(await readLightsFeed(db, first.position)).toEqual({ changes: [], position: first.position, more: false });
    }),
  );

  test("is delivered by one of two that work at the same time", async () => {
    const { db } = await ownDatabase();
    await makeLate(db);
    const sent: number[] = [];
    const send = async (id: number) => {
      await new Promise((done) => setTimeout(done, 5));
      sent.push(id);
    };
    await Promise.all([deliverLights(db, now, send), deliverLights(db, now, send)]);
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(3);
  });
});
