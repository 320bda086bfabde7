import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { hidingCodes } from "#domain/letters/input.ts";
import type { HidingCode } from "#domain/moderation/codes.ts";
import type { LogEntry } from "#domain/moderation/read-log.ts";

type LetterHidingCode = (typeof hidingCodes)[number];

/** Each act in one row: when, which office, what, why, and what it is about. */
export function LogList({ entries }: { entries: readonly LogEntry[] }) {
  return (
    <ol className="mt-4 border-t-2 border-rule-strong">
      {entries.map((entry) => (
        <Row key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Row({ entry }: { entry: LogEntry }) {
  const t = useTranslations("log");
  const words = useTranslations("moderation");
  const language = useLocale();
  const act = words(`acts.${entry.act}`);
  const reasonOf = useReasons();
  return (
    <li className="grid gap-x-4 border-b border-rule py-3 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <p className="text-sm leading-relaxed text-ink-2">
        <When at={entry.at} />
      </p>
      <div>
        <p className="leading-relaxed">
          {entry.office && <>{named(language, entry.office)} </>}
          <b>{entry.undone ? t("undone", { act }) : act}</b>
          {entry.code && t("reason", { reason: reasonOf(entry.act, entry.code) })}
        </p>
        <About entry={entry} />
      </div>
    </li>
  );
}

/** A letter is hidden for reasons of its own. */
function useReasons(): (act: LogEntry["act"], code: string) => string {
  const talk = useTranslations("moderation.codes");
  const letters = useTranslations("letters.hidingCodes");
  return (act, code) => (act.startsWith("letter.") ? letters(code as LetterHidingCode) : talk(code as HidingCode));
}

/** The place in the discussion, the letter, or the part of the administration. */
function About({ entry: { commentId, postId, letter, place, role } }: { entry: LogEntry }) {
  const t = useTranslations("log");
  const roles = useTranslations("desk-menu.roles");
  const language = useLocale();
  if (place) {
    const name = named(language, place);
    return (
      <p className="text-sm">
        {role && <>{roles(role)} · </>}
        {place.href ? (
          <A href={place.href} className="inline-block py-1">
            {name}
          </A>
        ) : (
          name
        )}
      </p>
    );
  }
  if (letter) {
    return (
      <p className="text-sm">
        <A href={`/letters/${letter}`} className="inline-block py-1">
          {t("letter", { number: letter })}
        </A>
      </p>
    );
  }
  if (postId === null) return null;
  const href = commentId === null ? `/posts/${postId}` : `/posts/${postId}?thread=${commentId}#comment-${commentId}`;
  return (
    <p className="text-sm">
      <A href={href} className="inline-block py-1">
        {t(commentId === null ? "post" : "comment")}
      </A>
    </p>
  );
}
