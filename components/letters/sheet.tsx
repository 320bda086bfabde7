import { useLocale, useTranslations } from "next-intl";
import { StateTag, useMailboxName } from "#components/letters/brief-words.tsx";
import { Plate } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { Pictures } from "#components/posts/pictures.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";

/** The letter itself, as an official letter looks: red double rule, Song type, its number as a door plate. */
export function Sheet({ letter }: { letter: OpenLetter }) {
  const t = useTranslations("letter-page");
  return (
    <article className="border border-rule bg-card px-4 pt-5 pb-6 sm:px-7 sm:pt-6">
      <p className="seal-rule pb-2 text-center font-song text-xl font-semibold tracking-[.16em] text-seal sm:text-2xl">
        {t("head")}
      </p>
      <div className="mt-3.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <Plate number={letter.number} />
        <span className="flex flex-wrap gap-1.5">
          <StateTag state={letter.state} />
          {letter.reopenedAt && <Tag kind="warn">{t("reopened")}</Tag>}
          {letter.demo && <Tag kind="warn">{t("demo")}</Tag>}
        </span>
      </div>
      <h1 className="mt-5 mb-3 text-center font-song text-2xl">{letter.title}</h1>
      <Facts letter={letter} />
      <p className="mt-3 indent-8 font-song text-lg leading-[1.85] whitespace-pre-line">{letter.body}</p>
      <Pictures images={letter.images} />
      <Signed letter={letter} />
      <Origin letter={letter} />
    </article>
  );
}

function Facts({ letter: { kind, via, mailbox, region } }: { letter: OpenLetter }) {
  const t = useTranslations("letter-page");
  const words = useTranslations("letters");
  const language = useLocale();
  const b = (text: React.ReactNode) => <b className="text-ink">{text}</b>;
  const to = useMailboxName(mailbox);
  return (
    <p className="flex flex-wrap gap-x-6 text-sm text-ink-2 sm:justify-center">
      <span>{words(`kinds.${kind}`)}</span>
      <span>{t.rich("to", { mailbox: to, b })}</span>
      <span>{t.rich("about", { region: named(language, region), b })}</span>
      <span>{words(`vias.${via}`)}</span>
    </p>
  );
}

function Signed({ letter: { nickname, source, sentAt, approx, comment } }: { letter: OpenLetter }) {
  const t = useTranslations("letter-page");
  const language = useLocale();
  const name = source
    ? t(comment ? "source" : "entered", { office: named(language, source) })
    : nickname
      ? t("nickname", { name: nickname })
      : t("signed");
  return (
    <p className="mt-3 text-end font-song leading-[1.7]">
      {name}
      <br />
      <When at={sentAt} dayOnly approx={approx} />
    </p>
  );
}

/** Where it came from: the comment it quotes. */
function Origin({ letter: { comment } }: { letter: OpenLetter }) {
  const t = useTranslations("letter-page");
  if (!comment) return null;
  return (
    <p className="mt-4 border-t border-rule pt-2 text-sm text-ink-2">
      {t("fromComment")}{" "}
      {comment.hidden ? (
        t("commentHidden")
      ) : (
        <A href={`/posts/${comment.postId}?thread=${comment.id}#comment-${comment.id}`}>{t("seeComment")}</A>
      )}
    </p>
  );
}
