import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { calendar, on } from "#test/on.ts";
import { deliverMessages } from "./deliver.ts";
import { httpPort, messagePort, openPorts } from "./port.ts";
import { queueMessage } from "./queue.ts";
import { readOutbox } from "./read-outbox.ts";

const now = on("2026-09-18");
const later = (minutes: number) => nowAt(new Date(now.at.getTime() + minutes * 60_000), calendar);
const hello = { channel: "sms", to: "13800138000", text: "验证码 123456" } as const;
const queue = (db: Db) => transact(db, (tx) => queueMessage(tx, "code", hello, now));
const only = async (db: Db) => (await db.select().from(messages))[0]!;

beforeEach(() => vi.stubEnv("GONGPU_SECRET", "one secret of a test"));
afterEach(() => vi.unstubAllEnvs());

/** A provider on this machine: keeps what it was sent and answers with the given states in turn. */
async function startProvider(...states: number[]) {
  const received: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: Buffer.concat(await request.toArray()).toString() });
    response.writeHead(states[received.length - 1] ?? 200).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received };
}

describe("a short message", () => {
  test(
    "is never written down in clear",
    inRollback(async (db) => {
      await queue(db);
      expect(JSON.stringify(await only(db))).not.toMatch(/13800138000|123456/);
    }),
  );

  test(
    "reaches the provider signed, with its id, once",
    inRollback(async (db) => {
      const { url, received } = await startProvider();
      await queue(db);
      const sms = httpPort(url, "a secret of sixteen");
      expect(await deliverMessages(db, now, { sms })).toBe(1);
      expect(await deliverMessages(db, later(600), { sms })).toBe(0);

      const { id } = await only(db);
      expect(received).toHaveLength(1);
      const [{ headers, body }] = received as [(typeof received)[0]];
      expect(JSON.parse(body)).toEqual({ id: String(id), to: hello.to, text: hello.text });
      expect(headers["idempotency-key"]).toBe(String(id));
      const signed = `${headers["x-gongpu-timestamp"]}.${body}`;
      expect(headers["x-gongpu-signature"]).toBe(
        createHmac("sha256", "a secret of sixteen").update(signed).digest("hex"),
      );
    }),
  );

  test(
    "is tried again after 1, 5, 30, 120 and 480 minutes, and has failed after the sixth time",
    inRollback(async (db) => {
      const { url, received } = await startProvider(500, 500, 500, 500, 500, 500);
      await queue(db);
      const sms = httpPort(url, "a secret of sixteen");
      for (const [tries, minute] of [0, 1, 6, 36, 156, 636].entries()) {
        if (tries > 0) await deliverMessages(db, later(minute - 0.5), { sms });
        expect(received).toHaveLength(tries);
        await deliverMessages(db, later(minute), { sms });
      }
      expect(received).toHaveLength(6);
      expect(await only(db)).toMatchObject({ state: "failed", tries: 6, problem: "the SMS port answered 500" });
      expect(await deliverMessages(db, later(10_000), { sms })).toBe(0);
    }),
  );

  test(
    "goes out when the provider is back, under the same id",
    inRollback(async (db) => {
      const { url, received } = await startProvider(503);
      await queue(db);
      const sms = httpPort(url, "a secret of sixteen");
      await deliverMessages(db, now, { sms });
      await deliverMessages(db, later(1), { sms });
      expect(received.map(({ headers }) => headers["idempotency-key"])).toEqual(
        Array(2).fill(String((await only(db)).id)),
      );
      expect(await only(db)).toMatchObject({ state: "sent", problem: null });
    }),
  );

  test("is delivered by one of two that work at the same time", async () => {
    const { db } = await ownDatabase();
    for (let n = 0; n < 10; n += 1) await queue(db);
    const sent: number[] = [];
    const sms = async (id: number) => {
      await new Promise((done) => setTimeout(done, 5));
      sent.push(id);
    };
    await Promise.all([deliverMessages(db, now, { sms }), deliverMessages(db, now, { sms })]);
    expect(new Set(sent).size).toBe(10);
    expect(sent).toHaveLength(10);
    expect(await db.select().from(messages).where(eq(messages.state, "sent"))).toHaveLength(10);
  });
});

describe("the outbox", () => {
  test(
    "shows in demo mode what was sent, in clear",
    inRollback(async (db) => {
      vi.stubEnv("GONGPU_DEMO", "1");
      await queue(db);
      await deliverMessages(db, now, openPorts());
      expect(await readOutbox(db)).toMatchObject([{ to: hello.to, text: hello.text, state: "sent" }]);
    }),
  );

  test(
    "is closed outside demo mode, where without a provider nothing carries messages",
    inRollback(async (db) => {
      vi.stubEnv("GONGPU_DEMO", "0");
      await queue(db);
      await expect(readOutbox(db)).rejects.toMatchObject({ key: "forbidden" });
      expect(messagePort()).toBeNull();
    }),
  );
});
