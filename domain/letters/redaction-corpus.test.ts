import { describe, expect, test } from "vitest";
import { certainIn, findPersonal, redact } from "./redaction.ts";

/** The same letters in every run: what was missed once can be looked at again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(20_261_123);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
const below = (n: number) => Math.floor(next() * n);
const digits = (n: number) => Array.from({ length: n }, () => below(10)).join("");
const two = (n: number) => String(n).padStart(2, "0");

function identityNumber(): string {
  const place = 110_000 + below(540_000);
  const body = `${place}${1930 + below(90)}${two(1 + below(12))}${two(1 + below(28))}${digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * weights[i]!, 0);
  return body + "10X98765432"[sum % 11];
}

function bankCard(): string {
  const body = `${pick(["622848", "621700", "6217", "4", "52"])}${digits(19)}`.slice(0, pick([15, 17, 18]));
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** How people write a number so that it can be read, and so that it cannot. */
const writings: ((number: string) => string)[] = [
  (number) => number,
  (number) => number.replace(/(.{4})(?=.)/g, "$1 "),
  (number) => number.replace(/(.{6})(.{8})/, "$1-$2-"),
  (number) => number.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (number) => number.replace(/(.{3})(?=.)/g, "$1·"),
  (number) => [...number].join("\u200b"),
  (number) => number.replace(/[0-9]/g, (digit) => "零一二三四五六七八九"[Number(digit)]!),
  (number) => number.toLowerCase(),
];

/** Letters are full of numbers that are nobody's. */
const sentences = [
  () => `${2008 + below(18)}年${1 + below(12)}月${1 + below(28)}日，投资${below(900)}万元的路修到一半停了。`,
  () => `我家门口的${pick(["井盖", "路灯", "水管"])}坏了${1 + below(30)}天，打过0762-${digits(7)}没有人接。`,
  () => `上次的信是 HY-20${10 + below(16)}-${digits(5)}，答复说${1 + below(15)}个工作日内处理。`,
  () => `文昌路${below(300)}号的排水沟堵了，水深${below(90)}厘米，淹了${below(40)}户。`,
  () => `按〔20${two(below(26))}〕${1 + below(99)}号文件，每亩补偿${below(90_000)}元，一共${below(30)}.${below(9)}亩。`,
  () => "请问什么时候可以办？谢谢。",
];
const leads = ["我的身份证是", "身份证号：", "证件", "收款卡号 ", "卡号：", "请打到", "（", "号码"];
const ends = ["。", "，请核对。", "）", " ", "\n", "；"];

const letter = (planted: string[]) => {
  const parts = Array.from({ length: 2 + below(4) }, () => pick(sentences)());
  for (const written of planted) parts.splice(below(parts.length + 1), 0, `${pick(leads)}${written}${pick(ends)}`);
  return parts.join("");
};

const corpus = Array.from({ length: 1_500 }, () => {
  const planted = Array.from({ length: 1 + below(3) }, () => ({
    kind: pick(["id", "card"] as const),
    write: pick(writings),
  })).map(({ kind, write }) => ({ kind, written: write(kind === "id" ? identityNumber() : bankCard()) }));
  return { planted, text: letter(planted.map(({ written }) => written)) };
});

describe("a planted corpus", () => {
  test("of every number with a checksum none is missed, and none is left in what is proposed", () => {
    const missed = corpus.flatMap(({ text, planted }) => {
      const spans = findPersonal(text).filter(({ kind }) => kind === "id" || kind === "card");
      const proposed = redact(text, findPersonal(text));
      return planted.filter(({ written }) => {
        const start = text.indexOf(written);
        const covered = spans.some((span) => span.start <= start && start + written.length <= span.end);
        return !covered || proposed.includes(written);
      });
    });
    expect(missed).toEqual([]);
    expect(corpus.flatMap(({ planted }) => planted).length).toBeGreaterThan(2_500);
  });

  test("what is proposed could be published: nothing certain is found in it again", () => {
    const left = corpus.filter(({ text }) => certainIn(redact(text, findPersonal(text))).length > 0);
    expect(left).toEqual([]);
  });

  test("letters full of other numbers are not taken for such", () => {
    const innocent = Array.from({ length: 1_000 }, () => letter([]));
    expect(innocent.filter((text) => certainIn(text).length > 0)).toEqual([]);
  });
});
