import { afterEach, describe, expect, test, vi } from "vitest";
import { readHomePage } from "#app/_square/home.ts";
import { readPostPage } from "#app/_square/post.ts";
import { GET } from "#app/api/json/[[...path]]/route.ts";
import { setBridge } from "#domain/events/bridge.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { ownDatabase } from "#test/in-rollback.ts";

// What our server says of a rendering; Next has it only while it answers a request.
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-render": "1" }) }));

afterEach(() => setBridge(undefined));

function ask(address: string): Promise<Response> {
  const url = new URL(address, "http://square.invalid");
  const path = url.pathname.split("/").filter(Boolean);
  return GET(new Request(url), { params: Promise.resolve({ path }) });
}

/** Listens to what a rendering says that it shows. */
function topicsShown(): Set<string> {
  const topics = new Set<string>();
  setBridge({ poke() {}, purge() {}, shows: (_, some) => some.forEach((topic) => void topics.add(topic)) });
  return topics;
}

describe("the twins of the square", () => {
  test("say what the page reads, word for word", async () => {
    const own = await ownDatabase();
    process.env.DATABASE_URL = own.url;
    const post = await makePost(own.db, { body: "供水管网改造今天开始。" });
    const comment = await makeComment(own.db, { postId: post.id, body: "四楼以上早晚高峰没有水。" });

    const topics = topicsShown();
    const twin = await (await ask(`/posts/${post.id}?sort=newest`)).json();
    expect(topics).toContain(`post:${post.id}`);
    expect(twin).toEqual(JSON.parse(JSON.stringify(await readPostPage(String(post.id), { sort: "newest" }))));
    expect(twin.discussion).toMatchObject({ sort: "newest", threads: [{ comment: { id: comment.id } }] });

    const home = await (await ask("/")).json();
    expect(home).toEqual(JSON.parse(JSON.stringify(await readHomePage({}))));
    expect(home.posts[0]).toMatchObject({ id: post.id, body: "供水管网改造今天开始。", comments: 1 });
    expect(topics).toContain("home");

    // Told before the page ends in not-found: once it is published, nobody is served the old answer.
    expect((await ask(`/posts/${post.id + 1}`)).status).toBe(404);
    expect(topics).toContain(`post:${post.id + 1}`);
    expect((await ask(`/posts/${post.id}?thread=${comment.id + 1}`)).status).toBe(404);
  });

  test.each([
    "/posts/abc",
    "/posts/0",
    "/posts/1e3",
    "/posts/99999999999999999999",
    "/leaders/%00",
    "/offices/a b",
    "/posts",
  ])("%s is not found, without a question to the database, which is gone by now", async (address) => {
    expect((await ask(address)).status).toBe(404);
  });
});
