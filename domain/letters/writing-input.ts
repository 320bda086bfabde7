import { z } from "zod";
import { letterInput, letterKinds, visibilities } from "./input.ts";

/** The four steps of writing a letter: what, where and to whom, contact and privacy, check. Pure: forms read it too. */

/** The form under which an unfinished letter is kept. */
export const writingForm = "write";

/** The three steps that ask something, in order, and the addresses at which they do. */
export const writingSteps = ["what", "where", "who"] as const;
export type WritingStep = (typeof writingSteps)[number];

export const mostPhotos = 6;

const slug = z.string().trim().max(80);
const { title, body } = letterInput.shape;

export const whatInput = z.object({
  kind: z.enum(letterKinds, "letters.kindMissing"),
  title,
  body,
  /** The comment that its own author turns into a letter. */
  comment: z
    .string()
    .regex(/^\d{0,15}$/)
    .default(""),
  /** Chosen before anything was written: the button on a leader's page. */
  to: slug.optional(),
});

/** A question or an idea may be about no place at all; everything else happened somewhere. */
export const needsPlace = (kind: string) => kind !== "inquiry" && kind !== "suggestion";

export const whereInput = z
  .object({
    kind: z.string().default(""),
    county: slug.default(""),
    township: slug.default(""),
    place: z.string().trim().max(100).default(""),
    /** "unknown": 不知道选谁. "other": the one in the list below. Otherwise a mailbox's slug. */
    to: z.string("letters.toMissing").trim().min(1, "letters.toMissing").max(80),
    other: slug.default(""),
  })
  .refine(({ kind, place }) => place !== "" || !needsPlace(kind), {
    path: ["place"],
    message: "letters.placeMissing",
  })
  .refine(({ to, other }) => to !== "other" || other !== "", { path: ["other"], message: "letters.otherMissing" });

export const whoInput = z
  .object({
    kind: z.string().default(""),
    visibility: z.enum(visibilities, "letters.visibilityMissing").optional(),
    /** 个人信息保护法 art. 25: publishing needs a consent of its own. */
    consent: z.literal("on").optional(),
    name: z.string().trim().max(40).default(""),
    phone: z
      .string()
      .trim()
      .regex(/^(\+?[\d\s-]{5,20})?$/, "letters.phoneMalformed")
      .default(""),
    /** "office:slug", "leader:handle", or "unlisted". */
    accused: slug.default(""),
  })
  .refine(({ kind, visibility }) => kind === "accusation" || visibility, {
    path: ["visibility"],
    message: "letters.visibilityMissing",
  })
  .refine(({ kind, visibility, consent }) => kind === "accusation" || visibility === "handlers" || consent === "on", {
    path: ["consent"],
    message: "letters.consentMissing",
  })
  .refine(({ kind, accused }) => kind !== "accusation" || accused !== "", {
    path: ["accused"],
    message: "letters.accusedMissing",
  });
