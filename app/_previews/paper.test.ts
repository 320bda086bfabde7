import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { draw } from "./font.ts";
import { drawPreview } from "./paper.ts";
import { drawText } from "./text.ts";

const box = { x: 0, y: 0, width: 400, size: 40, weight: 400, colour: "#000000", lines: 2 } as const;

describe("a text without any font of the machine", () => {
  test("is drawn as outlines, Chinese and letters, in two weights", async () => {
    for (const character of "河№HY-2026。") {
      const [plain, bold] = [await draw(character, 40, 400), await draw(character, 40, 600)];
      expect(plain.path(0, 0), character).toMatch(/^M[-\d. MLQCZ]+$/);
      expect(bold.path(0, 0), character).not.toBe(plain.path(0, 0));
    }
  });

  test("that the font does not have is an empty box, and a control character breaks nothing", async () => {
    const box = (await draw("□", 40, 400)).path(0, 0);
    for (const character of ["\u{1FAE8}", "\u0007", "\uE000"])
      expect((await draw(character, 40, 400)).path(0, 0), character).toBe(box);
  });

  test("is broken into lines that fit, none of which begins with what closes, and ends in an ellipsis", async () => {
    const long = await drawText("水压不足，".repeat(20), box);
    expect(long).toMatchObject({ lines: 2 });
    expect(long.width).toBeLessThanOrEqual(440);
    expect((await drawText("一二三四五六七八九十。", { ...box, width: 400 })).lines).toBe(1);
    expect((await drawText("", box)).lines).toBe(0);
  });
});

test("a preview is a picture of 1200 by 630 that differs by its words and by its lamp", async () => {
  const letter = { head: "市长信箱", seat: null, plate: "№ HY-2026-00012", words: "楼下路灯不亮", note: "办理中" };
  const mark = { wordmark: "公仆", site: "河源市网络问政" };
  const green = await drawPreview({ ...letter, lamp: { lamp: "green", words: "正常" } }, mark);
  const red = await drawPreview({ ...letter, lamp: { lamp: "red", words: "超期" } }, mark);
  expect(await sharp(green).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  expect(green.length).toBeLessThan(120_000);
  expect(red.equals(green)).toBe(false);
});
