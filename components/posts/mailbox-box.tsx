import { useLocale, useTranslations } from "next-intl";
import { Figures } from "#components/letters/figures.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { PublicStream } from "#domain/offices/read-streams.ts";
import type { LetterFigures } from "#domain/statistics/read-figures.ts";

interface MailboxBoxProps {
  stream: PublicStream;
  figures: LetterFigures | null;
  className?: string;
}

/** The mailbox of a stream: what came of its letters, the way to write there, and what it does not take. */
export function MailboxBox({ stream: { leader, office, mailbox }, figures, className }: MailboxBoxProps) {
  const t = useTranslations("square");
  const name = nameOf(useLocale(), { leader, office, nickname: null, voice: null });
  if (!mailbox) return null;
  return (
    <Section
      title={t("letter.mailbox", { name })}
      rule="above"
      className={className}
      aside={<A href={`/letters?mailbox=${mailbox.slug}`}>{t("stream.letters")}</A>}
    >
      {figures && <Figures figures={figures} />}
      <p className="mt-3">
        <LinkButton href={`/write?mailbox=${mailbox.slug}`} icon="pen" className="w-full">
          {t("stream.write", { name })}
        </LinkButton>
      </p>
      <h3 className="mt-4 text-base">{t("stream.declines")}</h3>
      <p className="text-sm leading-relaxed text-ink-2">{mailbox.declines ?? t("stream.declinesByLaw")}</p>
    </Section>
  );
}
