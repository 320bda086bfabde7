import { z } from "zod";
import { plainText } from "#domain/plain-text.ts";

/** Shapes of what people fill in about letters. Pure: forms and route handlers read them too. */

export const letterKinds = ["inquiry", "suggestion", "complaint", "help", "accusation"] as const;
export const visibilities = ["nameless", "nickname", "handlers"] as const;
export const termClasses = ["inquiry", "ordinary", "hard", "utilities", "danger"] as const;
export const refusalCodes = [
  "duplicate",
  "otherRoute",
  "finallyReviewed",
  "notThisLevel",
  "nothingConcrete",
  "unlawful",
] as const;
export const hidingCodes = ["personal", "minor", "secret", "unlawful", "rights"] as const;
export const solvedAnswers = ["yes", "partly", "no"] as const;
export const grades = ["very_satisfied", "satisfied", "acceptable", "dissatisfied", "very_dissatisfied"] as const;
/** The four parts of an answer, in the order in which they are read. */
export const answerParts = ["facts", "basis", "done", "next"] as const;

/** Cleaned before it is measured: what shows nothing is nothing. */
export const written = z.string().overwrite(plainText);

const title = written.min(1, "letters.titleMissing").max(60);
const body = written.min(1, "letters.bodyMissing").max(5000);
const words = written.min(1, "letters.wordsMissing").max(2000);
const slug = z.string().trim().max(80);
const letterId = z.coerce.number().int().positive();
/** A name that stands once or several times in a form, or not at all. */
const several = (item: z.ZodType<string>) =>
  z.preprocess((value) => (value === undefined || value === "" ? [] : [value].flat()), z.array(item).max(20));

export const letterInput = z
  .object({
    kind: z.enum(letterKinds),
    title,
    body,
    /** Slug; empty when the writer does not know whom to choose. */
    mailbox: slug.default(""),
    region: slug.default(""),
    place: written.max(100).default(""),
    visibility: z.enum(visibilities),
    /** 个人信息保护法 art. 25: publishing needs a consent of its own. */
    consent: z.literal("on").optional(),
    name: written.max(40).default(""),
    phone: written.max(20).default(""),
    accusedOffice: slug.default(""),
    accusedLeader: slug.default(""),
    images: several(slug),
  })
  .refine(({ kind, visibility, consent }) => kind === "accusation" || visibility === "handlers" || consent === "on", {
    path: ["consent"],
    message: "letters.consentMissing",
  });

export const convertInput = z.object({
  commentId: z.coerce.number().int().positive(),
  kind: z.enum(letterKinds),
  title,
  /** A stretch of the comment; only its own author may write something else. */
  body,
  mailbox: slug.default(""),
  region: slug.default(""),
  place: written.max(100).default(""),
});

export const consentInput = z.object({ letterId, visibility: z.enum(visibilities) });
export const letterOnly = z.object({ letterId });
export const wordsInput = z.object({ letterId, words });

export const acceptInput = z.object({
  letterId,
  kind: z.enum(letterKinds),
  termClass: z.enum(termClasses),
  region: slug.default(""),
  place: written.max(100).default(""),
  /** As everybody will read it: confirmed by a person. Empty when nothing will be published. */
  publicTitle: written.max(200).default(""),
  publicBody: written.max(6000).default(""),
  accusedOffice: slug.default(""),
  accusedLeader: slug.default(""),
});

export const refuseInput = z.object({ letterId, code: z.enum(refusalCodes), words });

export const assignInput = z.object({
  letterId,
  lead: slug.min(1),
  assisting: several(slug),
  words: written.max(2000).default(""),
});

export const instructInput = z.object({
  letterId,
  words,
  internal: z.literal("on").optional(),
  /** Due by this day instead, if it is earlier. */
  due: z.union([z.literal(""), z.iso.date()]).default(""),
});

/** Calendar days beyond the date; how many are too many the domain says, with the law's number. */
export const extendInput = z.object({ letterId, days: z.coerce.number().int().min(1).max(999), words });
export const grantInput = z.object({ letterId, words: written.max(2000).default("") });

export const promiseInput = z.object({ letterId, words, due: z.iso.date("letters.dateMissing") });
export const keepInput = z.object({ letterId, promiseId: z.coerce.number().int().positive(), words });

export const answerInput = z.object({
  letterId,
  facts: written.min(1, "letters.factsMissing").max(3000),
  basis: written.min(1, "letters.basisMissing").max(3000),
  done: written.min(1, "letters.doneMissing").max(3000),
  next: written.min(1, "letters.nextMissing").max(3000),
  /** A promise that goes out with the answer: both or neither. */
  promise: written.max(2000).optional(),
  due: z.union([z.literal(""), z.iso.date("letters.dateMissing")]).optional(),
  /** Words without a date were pointed out, and it goes as it is. */
  asIs: z.literal("on").optional(),
  /** 单位认定. The old papers do not say it; the form asks for it. */
  solved: z.enum(solvedAnswers).optional(),
});

const verdict = {
  letterId,
  attitude: z.enum(grades),
  speed: z.enum(grades),
};

export const rateInput = z.object({
  ...verdict,
  solved: z.enum(solvedAnswers),
  words: written.max(1000).default(""),
});

/** Instead of closing the letter with a 否 or 部分: the verdict stays on record. */
export const reopenInput = z.object({ ...verdict, solved: z.enum(["partly", "no"]).default("no"), words });

export const publishInput = z.object({
  letterId,
  publicTitle: written.min(1, "letters.titleMissing").max(200),
  publicBody: written.min(1, "letters.bodyMissing").max(6000),
});

export const hideInput = z.object({ letterId, code: z.enum(hidingCodes), words });

export const lookUpInput = z.object({
  number: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^HY-\d{4}-\d{5,}$/, "letters.numberMalformed"),
  code: z.string().trim().min(1, "letters.codeMissing").max(20),
});
