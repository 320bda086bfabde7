import type { Mail } from "#domain/messages/queue.ts";
import { asHtml, asText, type Page } from "#domain/notices/mail-parts.ts";
import en from "#messages/en/mails.json" with { type: "json" };
import zh from "#messages/zh-CN/mails.json" with { type: "json" };

const words = { "zh-CN": zh, en };

/** Asks whoever reads an address whether it is theirs. It says nothing of who gave it: that may have been anybody. */
export function confirmationMail(token: string, language: "zh-CN" | "en"): Omit<Mail, "to"> {
  const t = words[language].confirm;
  const path = `${language === "en" ? "/en" : ""}/confirm-address/${token}`;
  const link = { words: t.act, address: `${process.env.PUBLIC_URL ?? ""}${path}` };
  const item = { sentence: t.ask, title: null, paragraphs: [], folded: null, due: t.lasts, link };
  const page: Page = { language, title: t.subject, groups: [{ title: null, items: [item] }], why: t.why, links: [] };
  return { subject: t.subject, text: asText(page), html: asHtml(page), unsubscribe: null };
}
