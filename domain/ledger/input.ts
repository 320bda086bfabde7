import { z } from "zod";

const whole = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,14})$/)
  .transform(Number);

/** `from` and `to` of an address of the ledger. */
export const spanInput = z.object({ from: whole, to: whole });
