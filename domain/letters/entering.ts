import { z } from "zod";
import { letterInput } from "./input.ts";

/** What an office fills in for somebody. Pure: the form reads it too. */

/** How it reached the office. */
export const enteredVias = ["phone", "visit", "email", "superior"] as const;
/** An accusation is not told to an office that would then know who accuses: its writer sends it. */
export const enteredKinds = ["complaint", "help", "inquiry", "suggestion"] as const;

const { title, body, region, place, name, phone } = letterInput.shape;

export const enterInput = z
  .object({
    via: z.enum(enteredVias, "letters.viaMissing"),
    mailbox: z.string().trim().min(1, "letters.toMissing").max(80),
    kind: z.enum(enteredKinds, "letters.kindMissing"),
    title,
    body,
    region,
    place,
    name,
    phone,
    visibility: z.enum(["nameless", "handlers"], "letters.visibilityMissing"),
    /** The person was asked (个人信息保护法 art. 25). */
    consent: z.literal("on").optional(),
  })
  .superRefine(({ visibility, consent, phone: given }, { addIssue }) => {
    const wrong = (field: string, message: string) => addIssue({ code: "custom", path: [field], message });
    if (visibility === "nameless" && consent !== "on") wrong("consent", "letters.enteredConsentMissing");
    if (!/^(\+?[\d\s-]{5,20})?$/.test(given)) wrong("phone", "letters.phoneMalformed");
  });
