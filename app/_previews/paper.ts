import sharp from "sharp";
import type { LampKind } from "#components/letters/lamp.tsx";
import type { SeatKind } from "#components/people/seat-words.ts";
import { drawText } from "./text.ts";

/** What a preview says: words that everybody may read, and nothing else. */
export interface Preview {
  /** 市交通运输局 · 单位; 信件 */
  head: string;
  /** Who speaks: a leader's seat is filled, an office's outlined, a citizen's grey. */
  seat: { kind: SeatKind; words: string } | null;
  /** A letter's number: its door plate. */
  plate: string | null;
  words: string;
  /** Beneath the words: whom it was sent to, when it was said. */
  note: string;
  lamp: { lamp: LampKind; words: string } | null;
}

/** What every preview carries: the wordmark and the city. */
export interface Mark {
  wordmark: string;
  site: string;
}

const width = 1200;
const height = 630;
const edge = 72;

/** Paper, card, ink, rule, 黛蓝, seal red. A picture has no theme: it is the light one. */
const colour = {
  paper: "#F7F5F0",
  card: "#FFFFFF",
  ink: "#1A2230",
  soft: "#4B5563",
  rule: "#D8D3C7",
  brand: "#0F4C75",
  seal: "#C8102E",
  neutral: "#ECEBE7",
} as const;

/** The same outlines as components/letters/lamp.tsx, in the colours of the light theme. */
const lamps: Record<LampKind, string> = {
  green: `<circle cx="12" cy="12" r="10.5" fill="#0B8A63"/><path d="m7 12.4 3.4 3.4L17 9" stroke="#fff" stroke-width="2.6"/>`,
  amber: `<path d="M12 2.2 22.6 21.5H1.4Z" fill="#F2A900" stroke="#1A2230" stroke-width="1.6"/><path d="M12 9v6.2M12 18.2v.1" stroke="#1A2230" stroke-width="2.6"/>`,
  red: `<path d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9Z" fill="#B42318"/><path d="m8.2 8.2 7.6 7.6m0-7.6-7.6 7.6" stroke="#fff" stroke-width="2.6"/>`,
  paused: `<path d="M2 2h20v20H2Z" fill="#6B7280"/><path d="M9 7.5v9M15 7.5v9" stroke="#fff" stroke-width="2.8"/>`,
  provisional: `<circle cx="12" cy="12" r="9.5" stroke="#7A7F87" stroke-width="2.2"/>`,
  met: `<circle cx="12" cy="12" r="10" stroke="#0B6E4F" stroke-width="1.8"/><path d="m7.3 12.4 3.2 3.2 6.2-6.4" stroke="#0B6E4F" stroke-width="2.2"/>`,
  missed: `<path d="M7.7 2h8.6L22 7.7v8.6L16.3 22H7.7L2 16.3V7.7Z" stroke="#B42318" stroke-width="1.8"/><path d="m8.5 8.5 7 7m0-7-7 7" stroke="#B42318" stroke-width="2.2"/>`,
};

/** A preview as it is sent: 1200 × 630, paper and ink. */
export async function drawPreview(preview: Preview, mark: Mark): Promise<Buffer> {
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colour.paper}"/>`,
    `<rect x="36" y="36" width="${width - 72}" height="${height - 72}" fill="${colour.card}" stroke="${colour.rule}" stroke-width="2"/>`,
    preview.plate ? doubleRule : `<rect x="36" y="36" width="${width - 72}" height="6" fill="${colour.ink}"/>`,
    await head(preview),
    await body(preview),
    await foot(preview, mark),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("")}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

/** It belongs to letters only. */
const doubleRule = `<path d="M${edge} 138H${width - edge}" stroke="${colour.seal}" stroke-width="5"/><path d="M${edge} 146H${width - edge}" stroke="${colour.seal}" stroke-width="1.5"/>`;

async function head({ head: words, seat, plate: number }: Preview): Promise<string> {
  if (number) {
    const sign = await plate(number, edge, 72, 30);
    const said = await drawText(words, { ...line, x: edge + sign.width + 28, y: 110, width: 600, size: 30 });
    return sign.svg + said.svg;
  }
  const place = seat ? await seatAt(seat, edge, 74) : { svg: "", width: 0 };
  const said = await drawText(words, { ...line, x: edge + place.width, y: 122, width: 900, size: 34, weight: 600 });
  return place.svg + said.svg;
}

const line = { weight: 400, colour: colour.soft, lines: 1 } as const;

async function body({ words, note, plate: number }: Preview): Promise<string> {
  const size = number ? 56 : 44;
  const y = number ? 234 : 212;
  const leading = size * 1.42;
  const said = await drawText(words, {
    x: edge,
    y,
    width: width - 2 * edge,
    size,
    weight: number ? 600 : 400,
    colour: colour.ink,
    lines: number ? 3 : 4,
    leading,
  });
  const under = await drawText(note, {
    ...line,
    x: edge,
    y: y + said.lines * leading - 4,
    width: width - 2 * edge,
    size: 28,
  });
  return said.svg + under.svg;
}

async function foot({ lamp }: Preview, { wordmark, site }: Mark): Promise<string> {
  const rule = `<path d="M${edge} 496H${width - edge}" stroke="${colour.rule}" stroke-width="2"/>`;
  const sign = await plate(wordmark, width - edge - 100, 522, 30);
  const city = await drawText(site, { ...line, x: 0, y: 0, width: 500, size: 26 });
  const cityAt = `<g transform="translate(${width - edge - 124 - city.width} 559)">${city.svg}</g>`;
  if (!lamp) return rule + cityAt + sign.svg;
  const said = await drawText(lamp.words, {
    x: edge + 62,
    y: 561,
    width: 560,
    size: 34,
    weight: 600,
    colour: colour.ink,
  });
  const shape = `<g transform="translate(${edge} 525) scale(2)" fill="none" stroke-linecap="round" stroke-linejoin="round">${lamps[lamp.lamp]}</g>`;
  return rule + shape + said.svg + cityAt + sign.svg;
}

/** A street's door plate: blue, with a white line inside. */
async function plate(words: string, x: number, y: number, size: number): Promise<{ svg: string; width: number }> {
  const said = await drawText(words, {
    x: x + 20,
    y: y + size + 6,
    width: 700,
    size,
    weight: 600,
    colour: colour.card,
  });
  const [wide, high] = [said.width + 40, size + 24];
  const box = `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="4" fill="${colour.brand}"/><rect x="${x + 4}" y="${y + 4}" width="${wide - 8}" height="${high - 8}" rx="2" fill="none" stroke="${colour.card}" stroke-width="1.5"/>`;
  return { svg: box + said.svg, width: wide };
}

const seats: Record<SeatKind, { fill: string; line: string; words: string }> = {
  leader: { fill: colour.brand, line: colour.brand, words: colour.card },
  office: { fill: colour.card, line: colour.brand, words: colour.brand },
  citizen: { fill: colour.neutral, line: colour.neutral, words: colour.soft },
};

async function seatAt(
  seat: NonNullable<Preview["seat"]>,
  x: number,
  y: number,
): Promise<{ svg: string; width: number }> {
  const look = seats[seat.kind];
  const said = await drawText(seat.words, { x: 0, y: 0, width: 200, size: 28, weight: 600, colour: look.words });
  const side = 72;
  const box = `<rect x="${x + 1.5}" y="${y + 1.5}" width="${side - 3}" height="${side - 3}" rx="3" fill="${look.fill}" stroke="${look.line}" stroke-width="3"/>`;
  const words = `<g transform="translate(${x + (side - said.width) / 2} ${y + side / 2 + 10})">${said.svg}</g>`;
  return { svg: box + words, width: side + 22 };
}
