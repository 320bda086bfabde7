import en from "#messages/en/notices.json" with { type: "json" };
import courseInEnglish from "#messages/en/timeline.json" with { type: "json" };
import zh from "#messages/zh-CN/notices.json" with { type: "json" };
import course from "#messages/zh-CN/timeline.json" with { type: "json" };
import type { Content } from "./contents.ts";

export type Language = "zh-CN" | "en";

const words = { "zh-CN": { notices: zh, course }, en: { notices: en, course: courseInEnglish } };

/** A sentence with its blanks filled in, outside of any page: what leaves by message has no reader's request behind it. */
export const filled = (sentence: string, blanks: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ""));

/** What happened, in one sentence. Pages say the same one by the same key. */
export function sentenceOf(language: Language, { kind, name, number, who }: Content): string {
  const { notices, course } = words[language];
  const sentences = notices[kind] as Record<string, string>;
  const what = kind === "followed" ? (course as Record<string, unknown>)[name] : "";
  return filled(sentences[name] ?? sentences.other!, {
    number: number ?? "",
    what: typeof what === "string" ? what : "",
    who: (language === "en" ? (who?.nameEn ?? who?.name) : who?.name) ?? "",
  });
}
