import { z } from "zod";
import { plainText } from "#domain/plain-text.ts";

const largestFile = 64 * 1024;

/** A table saved by an office program in China is often GB 18030. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const year = z.coerce.number().int().min(2007).max(2100);
const notice = z.string().overwrite(plainText).min(4).max(100);
const noticeUrl = z.url({ protocol: /^https?$/, message: "calendar.link" }).max(300);

/** As it is typed, or brought as a file: what is in the file counts then. */
export const listInput = z
  .object({
    year,
    notice,
    noticeUrl,
    days: z.string().max(20_000).default(""),
    file: z.array(z.instanceof(File)).max(1).optional(),
  })
  .transform(async ({ file, ...typed }, context) => {
    const [chosen] = file ?? [];
    if (chosen && chosen.size > largestFile) {
      context.addIssue({ code: "custom", path: ["file"], message: "calendar.fileTooBig" });
    } else if (chosen) typed.days = decode(await chosen.arrayBuffer());
    if (!typed.days.trim()) context.addIssue({ code: "custom", path: ["days"], message: "calendar.daysMissing" });
    return typed;
  });

export type YearList = z.output<typeof listInput>;

export const yearOnly = z.object({ year });
