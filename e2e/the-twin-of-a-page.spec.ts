import { expect, test } from "./fixtures.ts";

test("every page of the square has a twin of data at its own address", async ({ request }) => {
  const data = async (path: string) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toContain("application/json");
    return answer.json();
  };
  const { posts } = await data("/index.json");
  const { letters } = await data("/letters.json");
  const { leaders } = await data("/leaders.json");
  expect(posts.length).toBeGreaterThan(0);
  expect(letters.length).toBeGreaterThan(0);
  expect(leaders.length).toBeGreaterThan(0);

  const post = await data(`/posts/${posts[0].id}.json`);
  expect(post.post.body).toBe(posts[0].body);
  const handle = leaders[0].leader.handle;
  expect((await data(`/leaders/${handle}.json`)).stream.leader.handle).toBe(handle);
  expect((await data("/offices/jiaotong.json")).stream.office.slug).toBe("jiaotong");
  const open = letters.find((letter: { open: unknown }) => letter.open);
  const letter = await data(`/letters/${open.number}.json`);
  expect(JSON.stringify(letter)).toContain(open.open.title);
  expect(Object.keys(await data("/log.json")).length).toBeGreaterThan(0);

  for (const path of ["/letters/HY-1999-00001.json", "/posts/999999999.json", "/leaders/nobody.json", "/nowhere.json"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("page and twin say the same of a letter", async ({ visitor }) => {
  const page = await visitor();
  const { letters } = await (await page.request.get("/letters.json?state=closed")).json();
  expect(letters.length).toBeGreaterThan(0);
  for (const { number, open } of letters.slice(0, 3)) {
    await page.goto(`/letters/${number}`);
    await expect(page.getByText("已办结").first()).toBeVisible();
    if (open) await expect(page.getByRole("heading", { name: open.title })).toBeVisible();
  }
});
