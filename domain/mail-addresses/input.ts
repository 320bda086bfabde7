import { z } from "zod";

/** An address that mail can be sent to: one, in the form that mail servers agree on. */
export const addressInput = z.object({
  email: z
    .string("mailAddresses.malformed")
    .trim()
    .max(254, "mailAddresses.malformed")
    .pipe(z.email("mailAddresses.malformed"))
    .transform((address) => address.replace(/@.*$/, (host) => host.toLowerCase())),
});

export const tokenInput = z.object({ token: z.string().max(100) });
