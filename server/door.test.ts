import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { buildDoor } from "./door.ts";

async function newDoor() {
  const door = await buildDoor(0, "127.0.0.1");
  onTestFinished(() => door.close());
  const { port } = door.http.address() as AddressInfo;
  return { ...door, port, visit: () => fetch(`http://127.0.0.1:${port}/`) };
}

test("before it is opened everybody is asked to come back in a second", async () => {
  const { visit, open } = await newDoor();
  const early = await visit();
  expect(early.status).toBe(503);
  expect(early.headers.get("retry-after")).toBe("1");
  expect(await early.text()).toContain("正在启动");
  open((_, response) => response.end("welcome"));
  expect(await (await visit()).text()).toBe("welcome");
});

test("closing lets the last visitor finish and takes no new one", async () => {
  const { visit, open, close } = await newDoor();
  open((_, response) => void pause(300).then(() => response.end("thank you")));
  const last = visit();
  await pause(100);
  const closing = close();
  await expect(visit()).rejects.toThrow();
  expect(await (await last).text()).toBe("thank you");
  await closing;
});

test("a port that is taken is named in a sentence", async () => {
  const { port } = await newDoor();
  await expect(buildDoor(port, "127.0.0.1")).rejects.toThrow(
    new RegExp(`端口 ${port} 已被占用.*\n.*Port ${port} is taken`),
  );
});

test("so is an address of another machine", async () => {
  await expect(buildDoor(0, "192.0.2.1")).rejects.toThrow("is not one of this machine");
});
