import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** A sentence of ours that is also what somebody of the demonstration is called. */
const nickname = "演示网友";

/** Every sentence of ours in Chinese; where something is filled in, anything may stand. */
const ours = readdirSync(new URL("../messages/zh-CN", import.meta.url)).flatMap((file) =>
  sentencesIn(JSON.parse(readFileSync(new URL(`../messages/zh-CN/${file}`, import.meta.url), "utf8"))),
);

function sentencesIn(messages: unknown): RegExp[] {
  if (typeof messages !== "string") return Object.values(messages as object).flatMap(sentencesIn);
  if (messages === nickname) return [];
  const said = messages.replace(/<\/?\w+>/g, "").split(/\{\w+(?:, \w+)?\}/);
  const characters = said.join("").match(/\p{Script=Han}/gu)?.length ?? 0;
  // One or two characters around what is filled in could be anybody's words.
  const isOurs = characters > (said.length > 1 ? 2 : 0) && !said.join("").includes("{");
  return isOurs ? [new RegExp(`^${said.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`)] : [];
}

/** Words of ours that an English page still says in Chinese; what people wrote stays in the language they wrote in. */
async function chineseLeft(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest("script, style, template, noscript, [aria-hidden=true], [lang^=zh]"))
        found.push(node.nodeValue!.trim());
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")) {
      for (const name of ["aria-label", "placeholder", "title", "alt"]) found.push(element.getAttribute(name) ?? "");
    }
    return found;
  });
  return [...new Set(texts)].filter((text) => ours.some((sentence) => sentence.test(text)));
}

async function readsEnglish(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await chineseLeft(page), path).toEqual([]);
}

test("in English the square has no Chinese words of ours left", async ({ visitor }) => {
  const page = await visitor({ locale: "en-GB" });
  const { posts } = await (await page.request.get("/index.json")).json();
  const { letters } = await (await page.request.get("/letters.json")).json();
  for (const path of [
    "/en",
    "/en/leaders",
    "/en/leaders/shuji",
    "/en/offices/jiaotong",
    ...posts.slice(0, 3).map(({ id }: { id: number }) => `/en/posts/${id}`),
    "/en/letters",
    ...letters.slice(0, 6).map(({ number }: { number: string }) => `/en/letters/${number}`),
    "/en/look-up",
    "/en/log",
    "/en/write",
    "/en/sign-in",
  ])
    await readsEnglish(page, path);
});

test("in English a citizen's own pages and the desks have no Chinese words of ours left", async ({ as, citizen }) => {
  const writer = await citizen();
  for (const path of ["/en/me", "/en/me/sign-ins", "/en/write"]) await readsEnglish(writer, path);
  const triage = await as("triage");
  await readsEnglish(triage, "/en/desk/letters");
  await readsEnglish(await as("supervisor"), "/en/desk/lights");
  await readsEnglish(await as("moderator"), "/en/desk/comments");
  const leader = await as("leader");
  for (const path of ["/en/desk/today", "/en/desk/today/wordings"]) await readsEnglish(leader, path);
  const administrator = await as("administrator");
  for (const path of ["/en/desk/administration", "/en/desk/administration/people"])
    await readsEnglish(administrator, path);
});

test("the other language keeps the page, there and back, and refusals speak it too", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/letters?state=closed");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/letters\?state=closed$/);
  await expect(page.getByRole("heading", { level: 1, name: "Letters" })).toBeVisible();
  await page.getByRole("link", { name: "中文" }).click();
  await expect(page).toHaveURL(/[^n]\/letters\?state=closed$/);
  await expect(page.getByRole("heading", { level: 1, name: "信件" })).toBeVisible();

  await page.goto("/en/look-up");
  await page.getByRole("textbox").nth(0).fill("HY-2026-00001");
  await page.getByRole("textbox").nth(1).fill("AAAAAAAA");
  await page.getByRole("main").getByRole("button").click();
  await expect(page).toHaveURL(/\/en\/look-up/);
  await expect(page.getByRole("alert").filter({ hasText: /[a-z]/ })).toBeVisible();
  expect(await chineseLeft(page)).toEqual([]);
});
