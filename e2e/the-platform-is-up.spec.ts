import { expect, test } from "./fixtures.ts";

test("whoever watches over the server hears that it is up", async ({ request }) => {
  const answer = await request.get("/up");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("正常");
});

test("the journeys' clock takes days and nothing else", async ({ request }) => {
  for (const data of [{ days: 0 }, { days: -1 }, { days: "7" }, {}]) {
    expect((await request.post("/dev/clock", { data })).status()).toBe(422);
  }
});
