import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certainIn, findPersonal, redact } from "./redaction.ts";

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const two = (n: number) => String(n).padStart(2, "0");

/** Identity numbers with a right check digit, from any place and any day. */
const identityNumber = fc
  .record({
    place: fc.integer({ min: 110000, max: 659999 }),
    born: fc.date({ min: new Date("1900-01-01"), max: new Date("2026-11-22"), noInvalidDate: true }),
    order: digits(3),
  })
  .map(({ place, born, order }) => {
    const day = `${born.getUTCFullYear()}${two(born.getUTCMonth() + 1)}${two(born.getUTCDate())}`;
    const body = `${place}${day}${order.join("")}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = [...body].reduce((total, digit, i) => total + Number(digit) * weights[i]!, 0);
    return body + "10X98765432"[sum % 11];
  });

const bankCard = fc
  .record({
    bank: fc.constantFrom("62", "60", "4", "5", "37", "95588"),
    length: fc.integer({ min: 16, max: 19 }),
    rest: digits(19),
  })
  .map(({ bank, length, rest }) => {
    const body = `${bank}${rest.join("")}`.slice(0, length - 1);
    const sum = [...body].reverse().reduce((total, digit, i) => {
      const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return body + String((10 - (sum % 10)) % 10);
  });

const disguises: ((number: string) => string)[] = [
  (number) => number,
  (number) => number.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (number) => number.replace(/(.{4})/g, "$1 "),
  (number) => number.replace(/(.{4})/g, "$1-"),
  (number) => number.replace(/(.{6})/g, "$1　"),
  (number) => number.replace(/(.{3})/g, "$1\u200b"),
  (number) => number.replace(/(.{5})/g, "$1－－"),
  (number) => number.replace(/[0-9]/g, (digit) => "〇一二三四五六七八九"[Number(digit)]!),
  (number) => number.toLowerCase(),
];

const around = fc.constantFrom("", "我的号码是", "（", "，请查。", "见附件：", "abc", "第");
const planted = (number: fc.Arbitrary<string>) =>
  fc.record({ number, disguise: fc.constantFrom(...disguises), before: around, after: around });

describe("what must not be published", () => {
  test("every identity number is found, however it is written", () => {
    fc.assert(
      fc.property(planted(identityNumber), ({ number, disguise, before, after }) => {
        const hidden = disguise(number);
        const text = `${before}${hidden}${after}`;
        expect(certainIn(text)).toContain("id");
        expect(redact(text, findPersonal(text))).not.toContain(hidden.trim());
      }),
      { numRuns: 2000 },
    );
  });

  test("every bank card is found, however it is written", () => {
    fc.assert(
      fc.property(planted(bankCard), ({ number, disguise, before, after }) => {
        const text = `${before}${disguise(number)}${after}`;
        // A few cards are identity numbers as well: found either way.
        expect(certainIn(text).length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["电话13812345678。", "mobile"],
    ["电话 138-1234-5678。", "mobile"],
    ["电话１３８ １２３４ ５６７８。", "mobile"],
    ["＋86 13812345678", "mobile"],
    ["办公室 0762-3388123", "landline"],
    ["车牌粤P·12345逆行", "plate"],
    ["粤P D12345", "plate"],
    ["写信到 someone.else@example.com", "email"],
    ["我家住翠竹苑3栋2单元502室", "address"],
    ["翠竹苑 5 幢 601，水压太低", "address"],
    ["文昌路12号楼1503房", "address"],
    ["Ａ座１２０３室", "address"],
    ["七栋一单元三零二室", "address"],
    ["一单元602没有水", "address"],
    ["家里是 1204 室", "address"],
    ["粤P·12345", "plate"],
    ["粤ＰＤ１２３４５", "plate"],
    ["粤PF1234学", "plate"],
    ["ｓｏｍｅｏｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "email"],
  ])("%s is proposed as %s", (text, kind) => {
    expect(findPersonal(text).map((span) => span.kind)).toContain(kind);
  });

  test("the writer's own name and telephone are found", () => {
    const known = { name: "欧阳向往", phone: "0762-123456" };
    expect(certainIn("我叫欧阳向往，打０７６２－１２３４５６找我", known)).toEqual(["name", "contact"]);
  });

  test.each([
    "2011年1月28日，投资1亿元改造管网35.6公里。",
    "№HY-2026-00012，文号〔2009〕12号，共20260918份",
    "110105194912310021 的末位不对",
    "文昌路12号门口的井盖松了，3号楼前的路灯不亮",
    "2栋楼300户居民，每户交了500元，4号线300米外",
    "第3号文件2009年5月，三栋楼都停水",
    "",
  ])("%s stays as it is", (text) => {
    expect(redact(text, findPersonal(text))).toBe(text);
  });

  test("a number that an office has published itself stays", () => {
    const known = { published: ["0762-000-1001"] };
    expect(findPersonal("打 0762 0001001 没人接，打我家 0762-3388123", known)).toMatchObject([
      { kind: "landline", start: 23 },
    ]);
    expect(findPersonal("我的电话 0762-000-1001", { ...known, phone: "0762-000-1001" })).toMatchObject([
      { kind: "contact" },
    ]);
  });

  test("each stretch is replaced by what was there", () => {
    const text = "我身份证11010519491231002X，电话13812345678，谢谢";
    expect(redact(text, findPersonal(text))).toBe("我身份证（已隐去：身份证号），电话（已隐去：手机号），谢谢");
  });
});
