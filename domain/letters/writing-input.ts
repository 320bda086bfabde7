import { z } from "zod";
import { letterInput, letterKinds, visibilities, written } from "./input.ts";

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

/** The shape is wide and the rules stand together, so that all mistakes of a step are told at once. */
export const whereInput = z
  .object({
    kind: z.string().default(""),
    county: slug.default(""),
    township: slug.default(""),
    place: written.max(100).default(""),
    /** "unknown": 不知道选谁. "other": the one in the list below. Otherwise a mailbox's slug. */
    to: slug.default(""),
    other: slug.default(""),
  })
  .superRefine(({ kind, place, to, other }, { addIssue }) => {
    const wrong = (field: string, message: string) => addIssue({ code: "custom", path: [field], message });
    if (place === "" && needsPlace(kind)) wrong("place", "letters.placeMissing");
    if (to === "") wrong("to", "letters.toMissing");
    if (to === "other" && other === "") wrong("other", "letters.otherMissing");
  });

export const whoInput = z
  .object({
    kind: z.string().default(""),
    visibility: z.enum(visibilities).optional(),
    /** 个人信息保护法 art. 25: publishing needs a consent of its own. */
    consent: z.literal("on").optional(),
    name: written.max(40).default(""),
    phone: written.max(20).default(""),
    /** "office:slug", "leader:handle", or "unlisted". */
    accused: slug.default(""),
  })
  .superRefine(({ kind, visibility, consent, phone, accused }, { addIssue }) => {
    const wrong = (field: string, message: string) => addIssue({ code: "custom", path: [field], message });
    if (kind === "accusation") {
      if (accused === "") wrong("accused", "letters.accusedMissing");
    } else {
      if (!visibility) wrong("visibility", "letters.visibilityMissing");
      if (visibility !== "handlers" && consent !== "on") wrong("consent", "letters.consentMissing");
    }
    if (!/^(\+?[\d\s-]{5,20})?$/.test(phone)) wrong("phone", "letters.phoneMalformed");
  });
