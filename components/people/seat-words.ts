/** Who speaks. */
export type SeatKind = "leader" | "office" | "citizen";

/**
 * What fits on a seat: 市委书记 → 书记, 中共河源市委办公室 → 市委, 河源市交通运输局 → 交通, 东源县人民政府 → 东源,
 * 绝对好人 → 绝, hytongwe → hy.
 */
export function seatWords(kind: SeatKind, name: string): string {
  const latin = /^[\x20-\x7e]/.test(name);
  if (kind === "citizen") return first(name, latin ? 2 : 1);
  if (kind === "leader" && !latin) return Array.from(name).slice(-2).join("");
  return first(
    name
      .replace(/^中共/, "")
      .replace(/^..(?=市)/, "")
      .replace(/^市(?![委长])(人民)?/, ""),
    2,
  );
}

function first(name: string, letters: number): string {
  return Array.from(name).slice(0, letters).join("");
}
