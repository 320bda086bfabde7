import { useLocale, useTranslations } from "next-intl";
import { useReasonWords } from "#components/log/reason-words.ts";
import { named } from "#components/people/named.ts";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { LogEntry } from "#domain/moderation/read-log.ts";

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
  const reasonOf = useReasonWords();
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
        <Told entry={entry} />
        <About entry={entry} />
      </div>
    </li>
  );
}

/** What the act says beside its reason: its number, how many it is about, how a discussion goes on. */
function Told({ entry: { number, bulk, n, rules, votes, pace, words } }: { entry: LogEntry }) {
  const t = useTranslations("moderation.about");
  const told = [
    number !== null && t("number", { n: number }),
    bulk !== null && t("bulk", { n: bulk }),
    n !== null && t("accounts", { n }),
    rules !== null && t("rules", { n: rules }),
    votes !== null && t("votes", { n: votes }),
    pace && (pace.seconds > 0 ? t("slow", { minutes: Math.ceil(pace.seconds / 60) }) : t("notSlow")),
    pace && t(pace.verifiedOnly ? "verifiedOnly" : "everybody"),
  ].filter((one) => typeof one === "string");
  return (
    <>
      {told.length > 0 && <p className="text-sm">{told.join(" · ")}</p>}
      {words && <p className="border-s-2 border-rule ps-3">{words}</p>}
    </>
  );
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
