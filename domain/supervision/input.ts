import { z } from "zod";
import { written } from "#domain/letters/input.ts";
import { channels, levels } from "./ladder.ts";

/** Shapes of what people fill in about orders. Pure: forms read them too. */

const id = z.coerce.number().int().positive();
const words = written.min(1, "letters.wordsMissing").max(2000);

export const orderInput = z.object({
  letterId: id,
  level: z.enum(levels),
  channel: z.enum(channels),
  /** The last day for an answer; empty: as the policy says. */
  due: z.union([z.literal(""), z.iso.date()]).default(""),
  /** What is asked. */
  words,
  /** The order that this one goes on from, and ends. */
  after: z.union([z.literal("").transform(() => undefined), id]).optional(),
});

export const respondInput = z.object({ letterId: id, orderId: id, words });

export const liftInput = z.object({ letterId: id, orderId: id, words: written.max(2000).default("") });

/** Which orders a list shows. open: still in force; awaiting: an answer is due; overdue: it was due. */
export const orderShows = ["open", "awaiting", "overdue", "responded", "ended"] as const;
export type OrderShow = (typeof orderShows)[number];

export const orderFilter = z.object({
  show: z.enum(orderShows).optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  channel: z
    .enum([...channels, "automatic"])
    .optional()
    .catch(undefined),
  /** Slug of the office that has to answer. */
  office: z.string().min(1).max(80).optional().catch(undefined),
  after: id.optional().catch(undefined),
});

export type OrderFilter = Partial<z.output<typeof orderFilter>>;
