import { z } from "zod";

/** A surrogate key as it comes from an address or a form. */
export const rowId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** A form names a field once, twice or not at all. */
export const several = (most: number) =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat().filter((text) => text !== "")),
    z.array(z.string()).max(most),
  );

/** `2026-11-23T09:00` as a form's clock says it, in Shanghai; or an instant with its zone. */
export const wallClock = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/)
  .transform((text) => new Date(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}+08:00`))
  .refine((at) => !Number.isNaN(at.getTime()));

/** The same for a field that may be left empty. */
export const wallClockOrNone = z.preprocess((value) => (value === "" ? undefined : value), wallClock.optional());
