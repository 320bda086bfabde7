import { describe, expect, test } from "vitest";
import { linkify } from "./linkify.ts";
import { tagsIn } from "./tags.ts";

describe("tags", () => {
  test("stand between two signs, whatever width they are typed in, each once", () => {
    expect(tagsIn("#路灯# 又坏了，＃路灯＃也是 #ＢＵＳ6路# 的事")).toEqual(["路灯", "bus6路"]);
    expect(tagsIn("没有话题")).toEqual([]);
  });

  test("are not numbers, blanks, single characters or a whole sentence", () => {
    for (const text of ["#12345#", "# 路 灯 #", "#路#", `#${"路".repeat(31)}#`]) expect(tagsIn(text), text).toEqual([]);
  });

  test("lead to their page and lose no character, addresses stay addresses", () => {
    const text = "#路灯#坏了 http://a.cn/#x# 看看";
    const parts = linkify(text);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter(({ tag }) => tag)).toEqual([{ text: "#路灯#", tag: "路灯" }]);
    expect(parts.filter(({ href }) => href).length).toBe(1);
  });
});
