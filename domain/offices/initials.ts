import { pinyin } from "pinyin-pro";

const kept = new Map<string, string>();

/** The first letters of a Chinese name in pinyin, what is no character as it stands: hyscszhglj for 河源市城市综合管理局. */
export function initialsOf(name: string): string {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const letters = pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" });
  const initials = letters
    .join("")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  kept.set(name, initials);
  return initials;
}
