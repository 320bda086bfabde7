import { z } from "zod";
import {
  levels,
  type NoticeChannel,
  type NoticeKind,
  noticeChannels,
  noticeKinds,
  type Pace,
  paces,
} from "#domain/notices/kinds.ts";

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const hour = z.coerce.number().int().min(0).max(23);

export const noticeOnly = z.object({ noticeId: id });

export const levelInput = z.object({ letterId: id, level: z.enum(levels) });

/** One field a kind and channel: "own.email". */
export type PaceFields = Partial<Record<`${NoticeKind}.${NoticeChannel}`, Pace>>;

const paceFields = Object.fromEntries(
  noticeKinds.flatMap((kind) => noticeChannels.map((channel) => [`${kind}.${channel}`, z.enum(paces).optional()])),
) as Record<keyof PaceFields, z.ZodOptional<z.ZodEnum<{ [P in Pace]: P }>>>;

export const settingsInput = z.object({
  ...paceFields,
  quietFrom: hour,
  quietUntil: hour,
  digestHour: hour,
  language: z.enum(["zh-CN", "en"]),
});

export const kindFilter = z.enum(noticeKinds).nullable().catch(null);
