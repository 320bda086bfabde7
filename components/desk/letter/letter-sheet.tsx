import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ContactBox, type OpenedContact } from "#components/desk/letter/contact-box.tsx";
import { LetterPictures } from "#components/desk/letter/letter-pictures.tsx";
import { named, titled } from "#components/people/named.ts";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";

interface LetterSheetProps {
  letter: LetterForPerson;
  openContact: (before: OpenedContact, form: FormData) => Promise<OpenedContact>;
  /** How one is published, for whoever decides that. */
  pictures: ComponentProps<typeof LetterPictures>["publish"];
}

/** The letter as it was written, where it came from, and what is known around it. */
export function LetterSheet({ letter, openContact, pictures }: LetterSheetProps) {
  const t = useTranslations("desk-letter.sheet");
  return (
    <section id="letter" aria-label={t("title")} className="border border-rule bg-card px-4 pt-3 pb-4 sm:px-5">
      <p className="seal-rule mb-3 flex flex-wrap items-baseline justify-between gap-x-4 pb-1.5">
        <b className="font-song text-lg [&:lang(zh-CN)]:tracking-[.2em]">{t("title")}</b>
        <span className="text-sm text-ink-2">№ {letter.number}</span>
      </p>
      <p className="whitespace-pre-wrap font-song text-lg leading-loose">{letter.body}</p>
      <p className="mt-2 text-end text-sm text-ink-2">
        <Writer letter={letter} />
        <br />
        <When at={letter.sentAt} approx={letter.approx} />
      </p>
      <LetterPictures letter={letter} publish={pictures} />
      <div className="mt-3 grid gap-2 border-t border-rule pt-3 text-sm text-ink-2">
        {letter.comment && (
          <p className="flex gap-1.5">
            <Icon of="message-square" className="mt-1" />
            <span>
              {t.rich("fromComment", {
                a: (words) => (
                  <A
                    href={`/posts/${letter.comment!.postId}?comment=${letter.comment!.id}#comment-${letter.comment!.id}`}
                  >
                    {words}
                  </A>
                ),
              })}{" "}
              {letter.awaitsConsent && <b className="text-warn">{t("awaitsConsent")}</b>}
            </span>
          </p>
        )}
        <Contact letter={letter} openContact={openContact} />
      </div>
    </section>
  );
}

function Writer({ letter: { nickname, mailbox, entered } }: { letter: LetterForPerson }) {
  const words = useTranslations("letters.writer");
  const language = useLocale();
  return <>{nickname ?? words(entered ? "entered" : "source", { office: named(language, mailbox.office) })}</>;
}

/** Who stands beside the writer, and who of them may be asked for all. */
function cosigned(
  { cosigners, contacts }: LetterForPerson,
  t: ReturnType<typeof useTranslations<"desk-letter.around">>,
) {
  const names = contacts.join("、");
  return { term: t("signers"), words: t("cosigners", { n: cosigners }), detail: names && t("contacts", { names }) };
}

function Contact({ letter, openContact }: Omit<LetterSheetProps, "pictures">) {
  const t = useTranslations("desk-letter.contact");
  if (!letter.contact.kept) return <p>{t("notKept")}</p>;
  if (!letter.contact.mayRead) return null;
  return (
    <div className="grid gap-1">
      <p className="flex gap-1.5">
        <Icon of="lock" className="mt-1" />
        {t("closed")}
      </p>
      <ContactBox
        action={openContact}
        id={letter.id}
        words={{ open: t("open"), name: t("name"), phone: t("phone"), none: t("none") }}
      />
    </div>
  );
}

/** Where it happened, who wrote, whom it accuses, on whose desk it lay how long. */
export function Around({ letter }: { letter: LetterForPerson }) {
  const t = useTranslations("desk-letter.around");
  const words = useTranslations("letters");
  const language = useLocale();
  const { accused } = letter;
  const rows = [
    { term: t("place"), words: [named(language, letter.region), letter.place].filter(Boolean).join(" ") },
    { term: t("writer"), words: <Writer letter={letter} />, detail: letter.reopenedAt ? t("secondRound") : undefined },
    ...(letter.termClass ? [{ term: t("term"), words: words(`terms.${letter.termClass}`) }] : []),
    ...(letter.cosigners > 0 ? [cosigned(letter, t)] : []),
    ...(letter.signersOnPaper > 0 ? [{ term: t("signers"), words: t("onPaper", { n: letter.signersOnPaper }) }] : []),
    ...(accused
      ? [
          {
            term: t("accused"),
            words: [
              accused.leader && titled(language, accused.leader),
              accused.office && named(language, accused.office),
            ]
              .filter(Boolean)
              .join(" · "),
            detail: t("accusedKeptOut"),
          },
        ]
      : []),
    ...letter.offices.map((desk) => ({
      term: t(`desk.${desk.part}`),
      words: named(language, desk.office),
      detail: t(desk.until ? "daysThere" : "daysNow", { n: desk.days }),
    })),
  ];
  return (
    <section className="border border-rule bg-card px-4 pt-3 pb-2 sm:px-5">
      <h2 className="text-lg">{t("title")}</h2>
      <DefinitionList rows={rows} />
    </section>
  );
}
