import { z } from "zod";
import { plainText } from "#domain/plain-text.ts";
import { type Hours, readStretches, type Stretch } from "./hours.ts";

/** What is filled in about the offices' telephones. Pure: forms and route handlers read it too. */

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

const stretches = z
  .string()
  .max(100)
  .default("")
  .transform((typed, context): Stretch[] => {
    const read = readStretches(typed);
    if (!read) context.addIssue({ code: "custom", message: "directory.hours" });
    return read ?? [];
  });

const fields = {
  label: z.string().overwrite(plainText).min(1, "directory.labelMissing").max(20),
  number: z
    .string()
    .transform((typed) =>
      typed
        .normalize("NFKC")
        .replaceAll(/\s*(?:ext\.?|x|转)\s*/gi, "转")
        .replaceAll(/[‐-―－]/g, "-")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .pipe(z.string().regex(/^(?=(?:\D*\d){3,16}\D*\d{0,6}$)\+?[\d(][\d ()-]{1,23}(?:转\d{1,6})?$/, "directory.number")),
  note: z
    .string()
    .overwrite(plainText)
    .max(100)
    .default("")
    .transform((text) => text || null),
  ...(Object.fromEntries([...weekdays, "holiday"].map((day) => [day, stretches])) as Record<
    (typeof weekdays)[number] | "holiday",
    typeof stretches
  >),
};

type Filled = z.output<z.ZodObject<typeof fields>>;

const asPhone = <Rest extends object>({ label, number, note, holiday, ...rest }: Filled & Rest) => ({
  ...rest,
  label,
  number,
  note,
  hours: { week: weekdays.map((day) => rest[day]), holiday } satisfies Hours,
});

const phoneId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const newPhoneInput = z.object({ office: z.string().trim().min(1).max(80), ...fields }).transform(asPhone);
export const changedPhoneInput = z.object({ phoneId, ...fields }).transform(asPhone);
export const phoneOnly = z.object({ phoneId });
