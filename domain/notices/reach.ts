import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  identities,
  mailAddresses,
  type NoticeChannel,
  type NoticeKind,
  noticePreferences,
  noticeSettings,
  type Pace,
} from "#db/schema/index.ts";
import { unseal } from "#domain/people/seal.ts";

export type Paces = Record<NoticeKind, Record<NoticeChannel, Pace>>;

/**
 * What everybody begins with: of one's own letters at once, of everything else once a day, and by short message nothing
 * that can wait.
 */
const firstPaces: Paces = {
  own: { sms: "now", email: "now" },
  followed: { sms: "never", email: "digest" },
  talk: { sms: "never", email: "digest" },
  mentions: { sms: "never", email: "digest" },
  streams: { sms: "never", email: "digest" },
  desk: { sms: "never", email: "digest" },
};

const firstSettings = { quietFrom: 22, quietUntil: 7, digestHour: 8, language: "zh-CN" } as const;

export type Settings = Omit<typeof noticeSettings.$inferSelect, "personId">;

/** How somebody can be reached, and how they wish to be. */
export interface Reach {
  to: Record<NoticeChannel, string | null>;
  paces: Paces;
  settings: Settings;
}

/** For the platform's own telling: nobody else is told where somebody can be reached. */
export async function readReach(db: Db, personId: number): Promise<Reach> {
  const [phone] = await db.select().from(identities).where(eq(identities.personId, personId));
  const [mail] = await db.select().from(mailAddresses).where(eq(mailAddresses.personId, personId));
  return {
    to: { sms: phone?.phoneSealed ? unseal(phone.phoneSealed) : null, email: mail ? unseal(mail.sealed) : null },
    paces: await pacesOf(db, personId),
    settings: await settingsOf(db, personId),
  };
}

export async function pacesOf(db: Db, personId: number): Promise<Paces> {
  const paces = structuredClone(firstPaces);
  const chosen = await db.select().from(noticePreferences).where(eq(noticePreferences.personId, personId));
  for (const { kind, channel, pace } of chosen) paces[kind][channel] = pace;
  return paces;
}

export async function settingsOf(db: Db, personId: number): Promise<Settings> {
  const [chosen] = await db.select().from(noticeSettings).where(eq(noticeSettings.personId, personId));
  const { quietFrom, quietUntil, digestHour, language } = chosen ?? firstSettings;
  return { quietFrom, quietUntil, digestHour, language };
}
