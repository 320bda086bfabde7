import { z } from "zod";
import { plainText } from "#domain/plain-text.ts";

/** The word of an office or mailbox in addresses: /offices/jiaotong. Never changed, because links point to it. */
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, "administration.slug");
const name = z.string().overwrite(plainText).min(2).max(60);
const optional = (longest: number) =>
  z
    .string()
    .overwrite(plainText)
    .max(longest)
    .default("")
    .transform((text) => text || null);
const existing = z.string().trim().min(1).max(60);

export const regionInput = z.object({
  parent: existing,
  slug,
  name,
  nameEn: optional(80),
  level: z.enum(["county", "township"]),
});

export const officeInput = z.object({
  region: existing,
  /** The superior office, when there is one. */
  parent: optional(60),
  slug,
  name,
  shortName: optional(20),
  nameEn: optional(120),
  supervises: z.literal("on").optional(),
  triages: z.literal("on").optional(),
});

export const officeNameInput = z.object({ office: existing, name, shortName: optional(20), nameEn: optional(120) });
export const officePlaceInput = z.object({ office: existing, region: existing, parent: optional(60) });
export const officeInputOnly = z.object({ office: existing });

export const positionInput = z.object({
  office: existing,
  handle: slug,
  title: name,
  titleEn: optional(80),
  portfolio: optional(200),
});
export const leaderInputOnly = z.object({ leader: existing });

export const mailboxInput = z.object({
  office: existing,
  /** Whose mailbox it is, when it is a leader's. */
  leader: optional(60),
  slug,
  declines: optional(500),
});
export const declinesInput = z.object({ mailbox: existing, declines: optional(500) });
export const mailboxPlaceInput = z.object({ mailbox: existing, office: existing });
export const mailboxInputOnly = z.object({ mailbox: existing });

const role = z.enum(["leader", "operator", "handler", "triage", "moderator", "supervisor", "editor", "administrator"]);
/** What a role stands on: "leader:shuji", "office:jiaotong", "region:heyuan". */
const scope = z.string().regex(/^(leader|office|region):[a-z][a-z0-9-]*$/, "administration.scope");

export const staffInput = z.object({ nickname: z.string().overwrite(plainText).min(2).max(24), role, scope });
export const grantInput = z.object({ personId: z.coerce.number().int().positive(), role, scope });
export const revokeInput = z.object({ roleId: z.coerce.number().int().positive() });
export const personInput = z.object({ personId: z.coerce.number().int().positive() });

export type Scope = z.output<typeof scope>;
