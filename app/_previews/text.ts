import { type Drawn, draw, type Weight } from "./font.ts";

interface Box {
  x: number;
  /** Of the first baseline. */
  y: number;
  width: number;
  size: number;
  weight: Weight;
  colour: string;
  /** Lines at most; what does not fit ends in an ellipsis. */
  lines?: number;
  /** Between two baselines. */
  leading?: number;
}

/** What may not begin a line: 。，、 and whatever closes. */
const closing = /^[。，、；：！？）》」』”’…—·,.;:!?)\]}%]$/u;
const latin = /^[A-Za-z0-9@#№._-]$/;

/** A text drawn as one path, broken into lines as Chinese is: anywhere but before what closes and within a word of letters. */
export async function drawText(text: string, box: Box): Promise<{ svg: string; lines: number; width: number }> {
  const { x, y, size, weight, colour, leading = size * 1.5 } = box;
  const drawn = await Promise.all([...text.replace(/\s+/g, " ").trim()].map((one) => drawnOf(one, size, weight)));
  const rows = await fitted(broken(drawn, box.width), box);
  const path = rows.map((row, n) => pathOf(row, x, y + n * leading)).join("");
  const width = Math.max(0, ...rows.map((row) => row.reduce((sum, one) => sum + one.width, 0)));
  return { svg: `<path fill="${colour}" d="${path}"/>`, lines: rows.length, width };
}

interface Character extends Drawn {
  character: string;
}

async function drawnOf(character: string, size: number, weight: Weight): Promise<Character> {
  return { character, ...(await draw(character, size, weight)) };
}

function broken(characters: readonly Character[], width: number): Character[][] {
  const rows: Character[][] = [];
  let row: Character[] = [];
  let filled = 0;
  for (const one of characters) {
    if (filled + one.width > width && row.length > 0 && !closing.test(one.character)) {
      const carried = latin.test(one.character) ? wordAtEnd(row) : [];
      rows.push(row.slice(0, row.length - carried.length));
      row = [...carried];
      filled = carried.reduce((sum, { width: wide }) => sum + wide, 0);
    }
    if (one.character === " " && row.length === 0) continue;
    row.push(one);
    filled += one.width;
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** A word that goes on is carried to the next line, unless it is the whole line. */
function wordAtEnd(row: readonly Character[]): Character[] {
  const from = row.findLastIndex(({ character }) => !latin.test(character)) + 1;
  return from === 0 ? [] : row.slice(from);
}

async function fitted(rows: Character[][], { lines = 1, size, weight, width }: Box): Promise<Character[][]> {
  if (rows.length <= lines) return rows;
  const ellipsis = await drawnOf("…", size, weight);
  const last = [...rows[lines - 1]!];
  while (last.reduce((sum, one) => sum + one.width, ellipsis.width) > width) last.pop();
  return [...rows.slice(0, lines - 1), [...last, ellipsis]];
}

function pathOf(row: readonly Character[], x: number, y: number): string {
  let at = x;
  return row
    .map((one) => {
      const path = one.path(at, y);
      at += one.width;
      return path;
    })
    .join("");
}
