import { useTranslations } from "next-intl";
import { useMailboxName } from "#components/letters/brief-words.tsx";
import { A } from "#components/ui/link.tsx";
import type { KnownLetter } from "#domain/letters/read-public-letter.ts";

export function LetterCrumb({ mailbox }: { mailbox: KnownLetter["mailbox"] }) {
  const t = useTranslations("letter-page");
  const nav = useTranslations("frame.nav");
  const name = useMailboxName(mailbox);
  return (
    <nav aria-label={t("crumb")} className="unprinted mb-2 text-sm text-ink-2">
      <A href="/">{nav("home")}</A> / <A href="/letters">{t("letters")}</A> /{" "}
      <A href={`/letters?mailbox=${mailbox.slug}`}>{name}</A>
    </nav>
  );
}
