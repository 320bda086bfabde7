import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import opentype, { type Command, type Font } from "opentype.js";
import { decompress } from "wawoff2";

/**
 * Noto Sans SC (SIL Open Font License) from its npm package: a machine that serves pages need have no fonts. It comes in a
 * hundred parts by code point, of which a text needs a few; each is read once.
 */
const folder = join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "@fontsource-variable", "noto-sans-sc");

export type Weight = 400 | 600;

const parts: Map<string, Promise<Font>> = new Map();
let ranges: [from: number, to: number, part: string][] | null = null;

/** "[119]": "U+4e2d,U+56fd-56ff" of the package's list. */
function readRanges(): [number, number, string][] {
  const listed = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  return Object.entries(listed).flatMap(([part, spans]) =>
    spans.split(",").map((span): [number, number, string] => {
      const [from = "", to = from] = span.replace("U+", "").split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16), part.replace(/[[\]]/g, "")];
    }),
  );
}

/** The list counts control characters among the Latin ones; the font does not draw them. */
const firstVisible = 0x20;

function partOf(character: string): string | null {
  ranges ??= readRanges();
  const code = character.codePointAt(0)!;
  if (code < firstVisible) return null;
  return ranges.find(([from, to]) => from <= code && code <= to)?.[2] ?? null;
}

function openPart(part: string): Promise<Font> {
  const open = parts.get(part) ?? readPart(part);
  parts.set(part, open);
  return open;
}

async function readPart(part: string): Promise<Font> {
  const file = await readFile(join(folder, "files", `noto-sans-sc-${part}-wght-normal.woff2`));
  const ttf = await decompress(file);
  return opentype.parse(new Uint8Array(ttf).buffer, { lowMemory: true });
}

/** One character as it is drawn: how wide, and its outline with the baseline at 0. */
export interface Drawn {
  width: number;
  path(x: number, y: number): string;
}

/** The library's own spelling makes NaN of numbers near nought. */
const spelled = ({ type, x1, y1, x2, y2, x, y }: Command): string =>
  type + [x1, y1, x2, y2, x, y].flatMap((one) => (one === undefined ? [] : [one.toFixed(1)])).join(" ");

const box = "□";

/** A character that the font does not have is drawn as an empty box, as everywhere. */
export async function draw(wanted: string, size: number, weight: Weight): Promise<Drawn> {
  const character = partOf(wanted) ? wanted : box;
  const font = await openPart(partOf(character)!);
  const options = { variation: { wght: weight }, features: {} };
  return {
    width: font.getAdvanceWidth(character, size, options),
    path: (x, y) => font.getPath(character, x, y, size, options).commands.map(spelled).join(""),
  };
}
