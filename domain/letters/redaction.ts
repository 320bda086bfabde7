import { findCards, findIdentityNumbers, findMobiles, findNumber } from "./digits.ts";

export type PersonalKind = "id" | "card" | "mobile" | "landline" | "plate" | "email" | "address" | "name" | "contact";

/** A stretch of a text, in UTF-16 units, that tells who somebody is. */
export interface Span {
  kind: PersonalKind;
  start: number;
  end: number;
}

/** What is known of the writer: their own name and telephone must not stand in the open either. */
export interface Known {
  name?: string | null | undefined;
  phone?: string | null | undefined;
  /** Numbers that offices have published themselves: whoever writes one down tells nothing of anybody. */
  published?: readonly string[];
}

/**
 * Finds what must not be published. Numbers with checksums are found whatever stands between their digits: full-width
 * forms, spaces, dashes, Chinese numerals. The rest are proposals; a person confirms all of them.
 */
export function findPersonal(text: string, known: Known = {}): Span[] {
  const plain = narrow(text);
  return withoutOverlaps([
    ...findIdentityNumbers(plain).map((span) => ({ kind: "id" as const, ...span })),
    ...findCards(plain).map((span) => ({ kind: "card" as const, ...span })),
    ...findOwn(plain, known),
    ...findMobiles(plain).map((span) => ({ kind: "mobile" as const, ...span })),
    ...findHomes(plain),
    ...Object.entries(patterns).flatMap(([kind, pattern]) =>
      [...plain.matchAll(pattern)].map((match) => ({
        kind: kind as PersonalKind,
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
  ]).filter((span) => !isPublished(plain, span, known.published ?? []));
}

const patterns: Partial<Record<PersonalKind, RegExp>> = {
  email: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  landline: /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/g,
  plate:
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·.\s-]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]/g,
};

/** Full-width letters, digits and signs as ASCII, one unit for one, so that places in the text stay what they are. */
function narrow(text: string): string {
  return text.replace(/[！-～　]/g, (sign) => (sign === "　" ? " " : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, "");

function isPublished(plain: string, { kind, start, end }: Span, published: readonly string[]): boolean {
  if (kind !== "landline" && kind !== "mobile") return false;
  return published.some((number) => digitsOf(number) === digitsOf(plain.slice(start, end)));
}

/** Where somebody lives: house, staircase and door. The house alone is mostly the place that the letter is about. */
function findHomes(plain: string): Span[] {
  return [...plain.matchAll(homes)].map(({ index, 0: found }) => ({
    kind: "address" as const,
    start: index,
    end: index + found.length,
  }));
}

const n = "(?:[A-Za-z]?\\d{1,4}[A-Za-z]?|[一二三四五六七八九十百零〇]{1,5}|[A-Za-z])";
const gap = "[\\s\\-－]*";
const house = `${n}${gap}(?:号楼|号院|栋|幢|座|号)`;
const staircase = `(?:${gap}${n}${gap}(?:单元|梯|门))`;
const floor = `(?:${gap}${n}${gap}(?:楼|层))`;
const door = `${gap}(?:\\d{3,4}|[一二三四五六七八九十零〇]{3,4})${gap}(?:室|房|号房|号)?(?![\\d米元户人年斤亩公])`;
const homes = new RegExp(
  `(?:${house}${staircase}?${floor}?|${n}${gap}(?:单元|梯)${floor}?)${door}|(?<![\\d年月])\\d{3,4}${gap}(?:室|号房)`,
  "gu",
);

function findOwn(plain: string, { name, phone }: Known): Span[] {
  const wanted = narrow(name ?? "").trim();
  const names: Span[] = [];
  for (let at = plain.indexOf(wanted); wanted.length >= 2 && at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
    names.push({ kind: "name", start: at, end: at + wanted.length });
  }
  const numbers = findNumber(plain, narrow(phone ?? "").replace(/\D/g, ""));
  return [...names, ...numbers.map((place) => ({ kind: "contact" as const, ...place }))];
}

/** In the order of the text. Where two touch the same place, the one named first in the list above speaks for both. */
function withoutOverlaps(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const other = kept.find(({ start, end }) => span.start < end && start < span.end);
    if (!other) kept.push({ ...span });
    else if (span.kind === other.kind) Object.assign(other, union(other, span));
    else if (span.start < other.start || span.end > other.end) Object.assign(other, union(other, span));
  }
  return kept.sort((a, b) => a.start - b.start);
}

const union = (a: Span, b: Span) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

const labels: Record<PersonalKind, string> = {
  id: "身份证号",
  card: "银行卡号",
  mobile: "手机号",
  landline: "电话号码",
  plate: "车牌号",
  email: "邮箱",
  address: "门牌房号",
  name: "姓名",
  contact: "联系电话",
};

/** The text as it is proposed for everybody: （已隐去：身份证号） in place of each stretch. */
export function redact(text: string, spans: readonly Span[]): string {
  let redacted = "";
  let from = 0;
  for (const { kind, start, end } of spans) {
    redacted += `${text.slice(from, start)}（已隐去：${labels[kind]}）`;
    from = end;
  }
  return redacted + text.slice(from);
}

/** What nobody may publish, whatever they confirm: numbers proved by their checksum, and the writer's own name and phone. */
export function certainIn(text: string, known: Known = {}): PersonalKind[] {
  const certain: readonly PersonalKind[] = ["id", "card", "name", "contact"];
  return [...new Set(findPersonal(text, known).map(({ kind }) => kind))].filter((kind) => certain.includes(kind));
}
