import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { findChromium } from "#test/chromium.ts";
import type { Platform } from "./platform.ts";
import type { Result } from "./results.ts";

/** All scripts that a square page fetches before anybody touches it, late ones included, as they go over the wire. */
export async function measureScripts(platform: Platform): Promise<Result[]> {
  const browser = await chromium.launch(await findChromium());
  try {
    // The first visitor after a start gets files that are compressed quickly; while nobody waits it is done thoroughly.
    await scriptBytes(browser, platform.url);
    await pause(5_000);
    const bytes = [];
    for (const path of ["/", "/posts/1"]) bytes.push(await scriptBytes(browser, platform.url + path));
    const value = Math.max(...bytes) / 1000;
    return [
      {
        row: "F3",
        what: "scripts of a square page, over the wire",
        unit: "kB",
        floor: 170,
        goal: 140,
        less: true,
        value,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function scriptBytes(browser: Awaited<ReturnType<typeof chromium.launch>>, url: string): Promise<number> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForTimeout(2_000);
  await page.close();
  return bytes;
}
