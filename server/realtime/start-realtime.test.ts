import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Socket as Client, io } from "socket.io-client";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { nowAt } from "#domain/calendar/now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { openSignIn } from "#domain/sign-in/open-sign-in.ts";
import { signOut } from "#domain/sign-in/revoke.ts";
import { cookieName, writeToken } from "#domain/sign-in/token.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { calendar } from "#test/on.ts";
import type { Hint } from "./hints.ts";
import { startRealtime } from "./start-realtime.ts";

const secret = randomBytes(16).toString("hex");
/** On a busy machine. */
const patiently = { timeout: 10_000 };

let last = 0;

const event = (what: string, topics: string[], rest: Partial<StampedEvent> = {}): StampedEvent => ({
  id: last + 1,
  txid: "1",
  position: ++last,
  what,
  topics,
  at: new Date(),
  approx: false,
  officeId: null,
  leaderId: null,
  role: "citizen",
  personId: null,
  subject: "comment:1",
  counts: {},
  public: true,
  ...rest,
});

async function running(db: Db = undefined as never) {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const live = startRealtime(http, db, { publicUrl: url, secret, position: last });
  onTestFinished(() => live.stop());
  return { live, url };
}

async function browser(url: string, headers: Record<string, string> = {}, waits = true) {
  const hints: Hint[] = [];
  const again: string[] = [];
  const socket: Client = io(url, {
    transports: ["websocket"],
    extraHeaders: { origin: url, ...headers },
    reconnection: false,
    forceNew: true,
  });
  onTestFinished(() => void socket.disconnect());
  socket.on("hint", (hint: Hint) => hints.push(hint));
  socket.on("look-again", ({ topic }: { topic: string }) => again.push(topic));
  if (waits) await vi.waitFor(() => expect(socket.connected).toBe(true), patiently);
  return { socket, hints, again };
}

describe("sockets", () => {
  test("tell everybody who watches a topic, once for many events, and nobody else", async () => {
    const { live, url } = await running();
    const [one, two, other] = [await browser(url), await browser(url), await browser(url)];
    for (const each of [one, two]) each.socket.emit("watch", [{ topic: "post:7", position: last }]);
    other.socket.emit("watch", [{ topic: "post:8", position: last }]);
    await vi.waitFor(() => expect(one.socket.connected).toBe(true), patiently);
    await new Promise((resolve) => setTimeout(resolve, 50));
    live.follow([event("comment.write", ["post:7", "home"]), event("comment.write", ["post:7"])]);
    live.follow([event("votes.counted", ["post:7"])]);
    const told = { topic: "post:7", position: last, counts: { "comment.write": 2, "votes.counted": 1 } };
    await vi.waitFor(() => expect(one.hints).toEqual([told]), patiently);
    await vi.waitFor(() => expect(two.hints).toEqual([told]), patiently);
    expect(other.hints).toEqual([]);
  });

  test("tell who was away what they missed, and to look again who was away too long", async () => {
    const { live, url } = await running();
    const before = last;
    live.follow([event("comment.write", ["post:7"]), event("comment.write", ["post:9"])]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const back = await browser(url);
    back.socket.emit("watch", [{ topic: "post:7", position: before }]);
    await vi.waitFor(() =>
      expect(back.hints).toEqual([{ topic: "post:7", position: before + 1, counts: { "comment.write": 1 } }]),
    );
    const late = await browser(url);
    late.socket.emit("watch", [{ topic: "post:7", position: before - 1 }]);
    await vi.waitFor(() => expect(late.again).toEqual(["post:7"]), patiently);
    expect(late.hints).toEqual([]);
  });

  test("keep private events, desks and other people's topics to themselves", async () => {
    const { live, url } = await running();
    const one = await browser(url);
    const topics = ["person:1", "desk:jiaotong", "letter:HY-2026-00012", 7, "post:1 or 1=1"];
    one.socket.emit(
      "watch",
      topics.map((topic) => ({ topic, position: last })),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    live.follow([
      event("letter.note", ["letter:HY-2026-00012", "desk:jiaotong"], { public: false }),
      event("notice.sent", ["person:1"], { public: false }),
      event("letter.urge", ["letter:HY-2026-00012"]),
    ]);
    await vi.waitFor(() => expect(one.hints.length).toBe(1), patiently);
    expect(one.hints[0]).toEqual({ topic: "letter:HY-2026-00012", position: last, counts: { "letter.urge": 1 } });
  });

  test("end at the twentieth topic", async () => {
    const { live, url } = await running();
    const one = await browser(url);
    for (let id = 1; id <= 25; id += 1) one.socket.emit("watch", [{ topic: `post:${id}`, position: last }]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    live.follow([
      event(
        "comment.write",
        Array.from({ length: 25 }, (_, i) => `post:${i + 1}`),
      ),
    ]);
    await vi.waitFor(() => expect(one.hints.length).toBe(20), patiently);
  });

  test("are refused to a page of another site and to whoever does not say from where", async () => {
    const { url } = await running();
    const stranger = await browser(url, { origin: "https://elsewhere.example" }, false);
    await new Promise((resolve) => stranger.socket.once("connect_error", resolve));
    expect(stranger.socket.connected).toBe(false);
  });

  test("cut off frames that are too large, and upgrades that are not theirs", async () => {
    const { url } = await running();
    const one = await browser(url);
    one.socket.emit("watch", "x".repeat(20_000));
    await vi.waitFor(() => expect(one.socket.connected).toBe(false), patiently);
    const refused = new WebSocket(`${url.replace("http", "ws")}/_next/webpack-hmr`);
    await new Promise((resolve) => refused.addEventListener("error", resolve));
  });
});

describe("a person's own sockets", () => {
  const now = nowAt(new Date(), calendar);
  const signedIn = async (db: Db, person: Person) => {
    const { sid, lasts } = await transact(db, (tx) =>
      openSignIn(tx, person.id, { address: "unknown", device: null }, now),
    );
    return { sid, cookie: `${cookieName()}=${await writeToken(sid, secret, lasts)}` };
  };

  test("hear what is theirs alone, and end once their sign-in is revoked", async () => {
    vi.stubEnv("GONGPU_SECRET", "one secret of a test");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { db } = await ownDatabase();
    const { live, url } = await running(db);
    const [citizen, neighbour] = [await makeCitizen(db), await makeCitizen(db)];
    const [phone, desktop] = [await signedIn(db, citizen), await signedIn(db, citizen)];
    const [lost, kept] = [await browser(url, { cookie: phone.cookie }), await browser(url, { cookie: desktop.cookie })];
    const others = [
      await browser(url),
      await browser(url, { cookie: `${cookieName()}=forged` }),
      await browser(url, { cookie: (await signedIn(db, neighbour)).cookie }),
    ];
    const topics = [`person:${citizen.id}`];
    live.follow([event("notice.sent", topics, { public: false })]);
    await vi.waitFor(() => expect([lost.hints.length, kept.hints.length]).toEqual([1, 1]), patiently);
    expect(others.flatMap(({ hints }) => hints)).toEqual([]);

    await signOut(db, nobody, phone.sid, now);
    live.follow([event("sign-in.revoke", topics, { public: false })]);
    await vi.waitFor(() => expect(lost.socket.connected).toBe(false), { timeout: 5_000 });
    expect([kept, ...others].map(({ socket }) => socket.connected)).toEqual([true, true, true, true]);
  });
});
