import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

type Tree = { [key: string]: string | Tree };

const here = import.meta.dirname;
const root = join(here, "..");
const languages = ["zh-CN", "en"] as const;

function sentences(language: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const file of readdirSync(join(here, language))) {
    const walk = (tree: Tree, path: string) => {
      for (const [key, value] of Object.entries(tree)) {
        if (typeof value === "string") all.set(`${path}.${key}`, value);
        else walk(value, `${path}.${key}`);
      }
    };
    walk(JSON.parse(readFileSync(join(here, language, file), "utf8")), file.replace(".json", ""));
  }
  return all;
}

/** The names of an ICU message's blanks, whatever is done with them. What a plural says in one word is none. */
function blanks(sentence: string): string[] {
  const blank = /(?<!\b(?:zero|one|two|few|many|other)\s*|=\d+\s*)\{\s*(\w+)\s*[,}]/g;
  return [...new Set([...sentence.matchAll(blank)].map((match) => match[1] as string))].sort();
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map((file) => join(root, folder, file));
}

const chinese = sentences("zh-CN");
const english = sentences("en");

describe("sentences", () => {
  test("stand in both languages", () => {
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([]);
  });

  test("have the same blanks in both languages", () => {
    const different = [...chinese].filter(
      ([key, text]) => blanks(text).join() !== blanks(english.get(key) ?? "").join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test.each(languages)("none is empty in %s", (language) => {
    expect([...sentences(language)].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  test("Chinese carries full-width punctuation", () => {
    const halfWidth = /[\p{Script=Han}][,:;?!()]|[,:;?!()][\p{Script=Han}]/u;
    const withoutIcu = (text: string) =>
      text.replaceAll(/\{\w+, (?:plural|select|number)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, "");
    expect([...chinese].filter(([, text]) => halfWidth.test(withoutIcu(text))).map(([key]) => key)).toEqual([]);
  });

  test("English has no Chinese left in it", () => {
    const allowed = /^frame\.(?:wordmark|language)/;
    const left = [...english].filter(([key, text]) => !allowed.test(key) && /\p{Script=Han}/u.test(text));
    expect(left.map(([key]) => key)).toEqual([]);
  });

  test("every refusal that is thrown has one", () => {
    const thrown = new Set<string>();
    for (const file of ["domain", "app"].flatMap(sourceFiles)) {
      for (const match of readFileSync(file, "utf8").matchAll(/new Refusal\(\s*"([\w.-]+)"/g))
        thrown.add(match[1] as string);
    }
    expect(thrown.size).toBeGreaterThan(0);
    expect([...thrown].filter((key) => !chinese.has(`refusals.${key}`))).toEqual([]);
  });
});
