import { useTranslations } from "next-intl";
import { BriefLamp, StateTag } from "#components/letters/brief-words.tsx";
import { edgeClass } from "#components/letters/lamp.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { YourTurn } from "#components/letters/your-turn.tsx";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { MyLetter } from "#domain/letters/list-my-letters.ts";

/** One's own letters: what is new, whose turn it is, and the one thing that waits for the writer as a button. */
export function MyLetters({ letters }: { letters: readonly MyLetter[] }) {
  return (
    <ul>
      {letters.map((letter) => (
        <li
          key={letter.id}
          className={classes("border-b border-b-rule bg-card px-3 py-3.5 sm:px-4", edgeClass(letter.light?.lamp))}
        >
          <Row letter={letter} />
        </li>
      ))}
    </ul>
  );
}

function Row({ letter }: { letter: MyLetter }) {
  const t = useTranslations("me");
  const { number, state, unread, title, turn, light, kind, sentAt } = letter;
  const mine = letter.awaitsConsent || turn?.who === "writer";
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        {unread > 0 && <Tag kind="danger">{t("unread", { n: unread })}</Tag>}
        <LetterNumber number={number} />
        <StateTag state={state} />
        {kind === "accusation" && <Tag>{t("accusation")}</Tag>}
        <When at={sentAt} dayOnly />
      </p>
      <h3 className="mt-0.5 text-lg leading-snug">
        <A href={`/letters/${number}/act`} className="text-ink no-underline hover:underline">
          {title}
        </A>
      </h3>
      {letter.awaitsConsent ? (
        <p className="text-[1rem] leading-relaxed">
          {t("consent")} · {t("consentWhy")}
        </p>
      ) : (
        turn && (
          <p className="text-[1rem] leading-relaxed">
            <YourTurn turn={turn} />
          </p>
        )
      )}
      <p className="mt-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {light ? <BriefLamp light={light} state={state} /> : <span />}
        {mine && <Wanted letter={letter} />}
      </p>
    </>
  );
}

/** What waits for the writer, as the one button of the row. */
function Wanted({ letter: { number, awaitsConsent, turn } }: { letter: MyLetter }) {
  const t = useTranslations("me");
  const [part, words] = awaitsConsent
    ? ["consent", t("answerIt")]
    : turn?.what === "supply"
      ? ["supply", t("supply")]
      : ["judge", t("rate")];
  return (
    <LinkButton kind="go" href={`/letters/${number}/act#${part}`}>
      {words}
    </LinkButton>
  );
}
