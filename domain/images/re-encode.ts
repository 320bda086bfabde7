import sharp from "sharp";
import { Refusal } from "#domain/refusal.ts";

export const largestFile = 10 * 1024 * 1024;
const mostPixels = 40_000_000;
const longestSide = 1600;

export interface Picture {
  bytes: Buffer;
  mime: "image/webp";
  width: number;
  height: number;
}

/** What the first bytes say, never the name or the browser. Nothing else reaches a decoder. */
const kinds: [name: string, starts: (bytes: Buffer) => boolean][] = [
  ["jpeg", (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ["png", (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))],
  ["gif", (bytes) => /^GIF8[79]a$/.test(bytes.subarray(0, 6).toString("latin1"))],
  ["webp", (bytes) => /^RIFF.{4}WEBP$/s.test(bytes.subarray(0, 12).toString("latin1"))],
];

/**
 * Draws an uploaded picture anew: upright, at most 1600 pixels a side, the first frame only, and without anything that
 * the file carried beside it (EXIF, GPS, comments, hidden appendices).
 */
export async function reEncode(file: Buffer): Promise<Picture> {
  if (file.length === 0) throw new Refusal("images.empty");
  if (file.length > largestFile) throw new Refusal("images.tooLarge", { megabytes: largestFile / 1024 / 1024 });
  if (!kinds.some(([, starts]) => starts(file))) throw new Refusal("images.notAnImage");
  // Only the head is read here; nothing is drawn before its size is known.
  const head = sharp(file, { limitInputPixels: false, pages: 1 });
  const { width, height } = await head.metadata().catch(() => unreadable());
  if (width * height > mostPixels) throw new Refusal("images.tooManyPixels", { megapixels: mostPixels / 1_000_000 });
  const { data, info } = await sharp(file, { limitInputPixels: mostPixels, pages: 1, failOn: "error" })
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: 10 })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => unreadable());
  return { bytes: data, mime: "image/webp", width: info.width, height: info.height };
}

function unreadable(): never {
  throw new Refusal("images.unreadable");
}
