import { describe, expect, test } from "vitest";
import { address } from "#components/ui/address.ts";
import type { Db } from "#db/client.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { commentInput } from "#domain/comments/input.ts";
import { readNewer } from "#domain/comments/read-thread.ts";
import { writeComment } from "#domain/comments/write.ts";
import { readHandover } from "#domain/handovers.ts";
import { castVote } from "#domain/votes/cast.ts";
import { voteInput } from "#domain/votes/input.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { type Asking, answerWrite, refuseForNow, type Write } from "./answer-write.ts";

const now = on("2026-09-18", "10:00");
const ours = "http://gongpu.test";

const comment: Write<typeof commentInput, Awaited<ReturnType<typeof writeComment>>> = {
  schema: commentInput,
  run: writeComment,
  action: "comment",
  seen: ({ id, postId, eventId }) => `/posts/${postId}?since=${eventId}#comment-${id}`,
  kept: ({ postId }) => `/posts/${postId}/comment`,
};

const asking = (db: Db, actor: Actor): Asking => ({
  db,
  actor,
  now,
  at: (path) => address("zh-CN", path),
  words: async ({ key }) => `words of ${key}`,
});

let visitors = 0;

function request(body: string, headers: Record<string, string> = {}): Request {
  visitors += 1;
  return new Request(`${ours}/api/comments`, {
    method: "POST",
    body,
    headers: {
      host: "gongpu.test",
      origin: ours,
      referer: `${ours}/posts/7`,
      "x-forwarded-for": `10.0.0.${visitors}`,
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
  });
}

const form = (fields: Record<string, string | number>, headers = {}) =>
  request(
    new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString(),
    headers,
  );

const asJson = { "content-type": "application/json" };

const json = (fields: object, headers = {}) => request(JSON.stringify(fields), { ...asJson, ...headers });

const said = (db: Db, postId: number) => readNewer(db, postId, 0, now);

describe("a public write", () => {
  test(
    "answers a script with JSON and sends a plain form on to what it did",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const me = asking(db, await makeCitizen(db));
      const scripted = await answerWrite(json({ postId, body: "没水。" }), comment, me);
      expect([scripted.status, await scripted.json()]).toMatchObject([200, { postId, parentId: null }]);
      expect(scripted.headers.get("cache-control")).toBe("private, no-store");
      const plain = await answerWrite(form({ postId, body: "没电。" }), comment, me);
      expect(plain.status).toBe(303);
      expect(plain.headers.get("location")).toMatch(new RegExp(`^/posts/${postId}\\?since=\\d+#comment-\\d+$`));
      expect(await said(db, postId)).toHaveLength(2);
    }),
  );

  test(
    "by nobody leads a form to signing in and back to what was typed",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const answer = await answerWrite(form({ postId, body: "没水。" }), comment, asking(db, nobody));
      const to = new URL(answer.headers.get("location")!, ours);
      expect([answer.status, to.pathname]).toEqual([303, "/sign-in"]);
      const back = new URL(to.searchParams.get("callbackUrl")!, ours);
      expect(back.pathname).toBe(`/posts/${postId}/comment`);
      expect(await readHandover(db, back.searchParams.get("kept")!, now)).toMatchObject({
        path: "/posts/7",
        fields: { body: "没水。" },
        refusal: null,
      });
      const scripted = await answerWrite(json({ postId, body: "没水。" }), comment, asking(db, nobody));
      expect([scripted.status, await scripted.json()]).toEqual([
        401,
        { refusal: "signInFirst", words: "words of signInFirst", details: { action: "comment.write" } },
      ]);
      expect(await said(db, postId)).toEqual([]);
    }),
  );

  test(
    "that is refused keeps what was typed, and says why",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const me = asking(db, await makeCitizen(db));
      const long = "长".repeat(2001);
      const answer = await answerWrite(form({ postId, body: long }), comment, me);
      const to = new URL(answer.headers.get("location")!, ours);
      expect(to.pathname).toBe(`/posts/${postId}/comment`);
      expect(await readHandover(db, to.searchParams.get("kept")!, now)).toMatchObject({
        fields: { body: long },
        refusal: "comments.tooLong",
        details: { maximum: 2000, length: 2001 },
      });
      const scripted = await answerWrite(json({ postId, body: long }), comment, me);
      expect([scripted.status, (await scripted.json()).refusal]).toEqual([422, "comments.tooLong"]);
    }),
  );

  test.each([
    ["requests.elsewhere", 403, (postId: number) => json({ postId, body: "好" }, { "sec-fetch-site": "cross-site" })],
    ["requests.elsewhere", 403, (postId: number) => json({ postId, body: "好" }, { origin: "http://evil.test" })],
    ["requests.elsewhere", 403, (postId: number) => json({ postId, body: "好" }, { origin: "null" })],
    ["requests.tooBig", 413, (postId: number) => json({ postId, body: "好".repeat(30_000) })],
    ["requests.unreadable", 422, () => request("{", { "content-type": "application/json" })],
    ["requests.unreadable", 422, () => request("[]", { "content-type": "application/json" })],
    ["requests.unreadable", 422, () => request("好", { "content-type": "image/png", accept: "application/json" })],
    ["requests.malformed", 422, () => json({ postId: "x'; drop table posts", body: "好" })],
    ["requests.malformed", 422, () => json({ postId: "99999999999999999999", body: "好" })],
    ["requests.malformed", 422, (postId: number) => json({ postId, body: ["好"] })],
    ["posts.missing", 404, () => json({ postId: 999_999_999, body: "好" })],
  ])("is refused as %s", (key, status, make) =>
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const answer = await answerWrite(make(postId), comment, asking(db, await makeCitizen(db)));
      expect([answer.status, (await answer.json()).refusal]).toEqual([status, key]);
      expect(await said(db, postId)).toEqual([]);
    })(),
  );

  test(
    "with what no database can store, in a name or in words, is refused or written without it",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const me = asking(db, await makeCitizen(db));
      const refused = await answerWrite(request(`postId=0&a%00=1&body=a%00b`), comment, me);
      const to = new URL(refused.headers.get("location")!, ours);
      expect(await readHandover(db, to.searchParams.get("kept")!, now)).toMatchObject({
        fields: { a: "1", body: "ab" },
      });
      const half = await answerWrite(request(`{"postId":${postId},"body":"a\\u0000\\ud800b"}`, asJson), comment, me);
      expect(half.status).toBe(200);
      expect(await said(db, postId)).toMatchObject([{ body: "a\uFFFDb" }]);
    }),
  );

  test("is refused for now when the database went away meanwhile, in JSON or in words", async () => {
    for (const [headers, type] of [
      [asJson, /json/],
      [{}, /^text\/plain/],
    ] as const) {
      const answer = refuseForNow(request("body=a", headers), "words");
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(answer.headers.get("content-type")).toMatch(type);
      expect(await answer.text()).toContain("words");
    }
  });

  test(
    "by two clicks on a form is done once",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const me = asking(db, await makeCitizen(db));
      const click = () => answerWrite(form({ postId, body: "没水。" }), comment, me);
      const places = [(await click()).headers.get("location"), (await click()).headers.get("location")];
      expect(places[0]).toBe(places[1]);
      expect(await said(db, postId)).toHaveLength(1);
    }),
  );

  test(
    "of a script with a key is done once; the key stands for that body alone",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const me = asking(db, await makeCitizen(db));
      const sent = (body: string) => answerWrite(json({ postId, body }, { "idempotency-key": "a1" }), comment, me);
      const [first, again, other] = [await sent("没水。"), await sent("没水。"), await sent("没电。")];
      expect(await again.json()).toEqual(await first.json());
      expect([other.status, (await other.json()).refusal]).toEqual([422, "requests.otherBody"]);
      expect(await said(db, postId)).toHaveLength(1);
    }),
  );

  test(
    "too often is refused with the time to wait, what was typed kept",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const me = asking(db, await makeCitizen(db));
      for (let i = 0; i < 10; i += 1) await answerWrite(json({ postId, body: `第${i}句` }), comment, me);
      const scripted = await answerWrite(json({ postId, body: "再一句" }), comment, me);
      expect(scripted.status).toBe(429);
      expect(Number(scripted.headers.get("retry-after"))).toBeGreaterThan(0);
      const plain = await answerWrite(form({ postId, body: "再一句" }), comment, me);
      const kept = new URL(plain.headers.get("location")!, ours).searchParams.get("kept")!;
      expect(await readHandover(db, kept, now)).toMatchObject({
        fields: { body: "再一句" },
        refusal: "requests.tooFast",
      });
      expect(await said(db, postId)).toHaveLength(10);
    }),
  );

  test(
    "too often from one address is refused whoever it is; an IPv6 customer is one address",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const from = async (address: string) => {
        const me = asking(db, await makeCitizen(db));
        return (await answerWrite(json({ postId, body: "好" }, { "x-forwarded-for": address }), comment, me)).status;
      };
      for (let i = 0; i < 60; i += 1) expect(await from(`2001:db8:1:2::${i}`)).toBe(200);
      expect(await from("2001:db8:1:2:ffff::1")).toBe(429);
      expect(await from("2001:db8:1:3::1")).toBe(200);
    }),
  );

  test(
    "may be changed and changed back: votes are not kept from coming twice",
    inRollback(async (db) => {
      const { id: targetId } = await makeComment(db);
      const me = asking(db, await makeCitizen(db));
      const vote: Write<typeof voteInput, Awaited<ReturnType<typeof castVote>>> = {
        schema: voteInput,
        run: castVote,
        action: "vote",
        repeatable: true,
        seen: () => "/",
        kept: () => "/refused",
      };
      for (const choice of [1, -1, 1]) {
        const answer = await answerWrite(json({ target: "comment", targetId, choice }), vote, me);
        expect(await answer.json()).toMatchObject({ choice });
      }
      const key = { "idempotency-key": "v1" };
      const keyed = (choice: number) =>
        answerWrite(json({ target: "comment", targetId, choice }, key), vote, me).then((answer) => answer.status);
      expect([await keyed(-1), await keyed(-1), await keyed(1)]).toEqual([200, 200, 422]);
    }),
  );
});

test(
  "a secret write leaves neither what was sent nor its hash, taken or refused, also under a key of its own",
  inRollback(async (db) => {
    const { id: postId } = await makePost(db);
    const me = await makeCitizen(db);
    const secret = { ...comment, secret: true };
    const headers = { "idempotency-key": "one" };
    await answerWrite(form({ postId, body: "没水。" }, headers), secret, asking(db, me));
    const unsigned = await answerWrite(form({ postId, body: "没电。" }), secret, asking(db, nobody));
    const refused = await answerWrite(form({ postId, body: "长".repeat(2001) }), secret, asking(db, me));
    // Were the first one known by its key, another body under the same key would be refused.
    await answerWrite(form({ postId, body: "没气。" }, headers), secret, asking(db, me));
    expect(await said(db, postId)).toHaveLength(2);
    for (const answer of [unsigned, refused]) {
      const token = decodeURIComponent(answer.headers.get("location")!).match(/kept=([\w-]+)/)![1]!;
      expect((await readHandover(db, token, now))?.fields).toEqual({});
    }
  }),
);
