import { useTranslations } from "next-intl";
import { BriefLamp, StateTag, TurnWords } from "#components/letters/brief-words.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { Timeline } from "#components/letters/timeline.tsx";
import { A } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Section } from "#components/ui/section.tsx";
import type { GuestLetter, HostLetter } from "#domain/letters/read-merged.ts";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";

/** 与 №… 合并办理: where the letter is that speaks for this one, whose turn it is there, and until when. */
export function HostPanel({ host, base = "/letters" }: { host: HostLetter; base?: string }) {
  const t = useTranslations("merged");
  const { brief, speaks } = host;
  const link = (words: React.ReactNode) => <A href={`${base}/${brief.number}`}>{words}</A>;
  return (
    <Panel kind="strong" title={t("title")} className="mt-4">
      <p className="text-lg leading-relaxed text-pretty">
        {t.rich(speaks ? "with" : "was", { number: brief.number, a: link })}
      </p>
      {speaks && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-ink-2">{t("now")}</span>
          <StateTag state={brief.state} />
          {brief.turn && (
            <span>
              <TurnWords turn={brief.turn} />
            </span>
          )}
          {brief.light && <BriefLamp light={brief.light} state={brief.state} />}
        </p>
      )}
    </Panel>
  );
}

/** The record of the letter that speaks for this one: what is done there is done here. */
export function HostRecord({ host, letter }: { host: HostLetter; letter: Pick<OpenLetter, "kind" | "via"> }) {
  const t = useTranslations("merged");
  if (!host.speaks || host.timeline.length === 0) return null;
  return (
    <Section title={t("record", { number: host.brief.number })}>
      <Timeline entries={host.timeline} letter={{ ...letter, commentHref: null }} turn={host.brief.turn} />
    </Section>
  );
}

interface GuestsProps {
  guests: GuestLetter[];
  /** Where a number leads: the public page, or the desk of those who handle them. */
  base?: string;
}

/** Letters that this one speaks for. */
export function Guests({ guests, base = "/letters" }: GuestsProps) {
  const t = useTranslations("merged");
  if (guests.length === 0) return null;
  return (
    <Section title={t("guests")}>
      <ul>
        {guests.map(({ number, title, state, urges }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-rule py-2">
            <A href={`${base}/${number}`}>
              <LetterNumber number={number} />
            </A>
            <span className="font-song">{title}</span>
            {state !== "submitted" && state !== "accepted" && state !== "assigned" && <StateTag state={state} />}
            {urges > 0 && <span className="text-sm text-ink-2">{t("urges", { n: urges })}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
