import { useLocale, useTranslations } from "next-intl";
import { KeepButton, KeepForm } from "#components/bookmarks/keep-form.tsx";
import { FollowForm } from "#components/follows/follow-form.tsx";
import { useMailboxName } from "#components/letters/brief-words.tsx";
import { PrintButton } from "#components/letters/print-button.tsx";
import { named, titled } from "#components/people/named.ts";
import { ShareLink } from "#components/share/share-link.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OpenLetter } from "#domain/letters/read-public-letter.ts";

/** The two ways on from a letter: as somebody it concerns, or with a letter of one's own. */
export function LetterActs({ number }: { number: string }) {
  const t = useTranslations("letter-page.act");
  return (
    <Panel kind="strong" title={t("title")} className="unprinted mb-4 grid gap-2.5">
      <LinkButton kind="go" icon="user" href={`/letters/${number}/act`}>
        {t("mine")}
      </LinkButton>
      <LinkButton icon="pen" href="/write">
        {t("write")}
      </LinkButton>
      <div className="flex flex-wrap gap-2.5">
        <FollowForm topic={`letter:${number}`} />
        <KeepButton
          what={`letter:${number}`}
          className="inline-flex min-h-target items-center gap-1.5 rounded-sm border border-brand bg-card px-3 text-brand aria-pressed:bg-brand-wash aria-pressed:font-semibold"
        />
        <ShareLink
          href={`/letters/${number}`}
          className="inline-flex min-h-target items-center gap-1.5 px-3 text-brand"
        />
      </div>
      <KeepForm what={`letter:${number}`} />
    </Panel>
  );
}

/** What the right column is drawn from. */
type Handled = Pick<OpenLetter, "number" | "mailbox" | "offices" | "timeline" | "urges" | "hops" | "kind">;

export function LetterAside({ letter }: { letter: Handled }) {
  return (
    <>
      <WhoHandles letter={letter} />
      {letter.offices.length > 0 && <HeldBy letter={letter} />}
      <ThisLetter number={letter.number} known={letter.kind !== "accusation"} />
    </>
  );
}

function WhoHandles({ letter }: { letter: Handled }) {
  const t = useTranslations("letter-page.desks");
  const language = useLocale();
  const mailbox = useMailboxName(letter.mailbox);
  const now = letter.offices.filter(({ part }) => part !== "first");
  const last = now.filter(({ until }) => until === now.at(-1)?.until || until === null);
  const leaders = new Map(
    letter.timeline.flatMap(({ what, leader }) => (what === "instruct" && leader ? [[leader.handle, leader]] : [])),
  );
  return (
    <Section title={t("title")} rule="above">
      <DefinitionList
        rows={[
          { term: t("first"), words: mailbox },
          ...last.map(({ part, office }) => ({ term: t(part), words: named(language, office) })),
          ...[...leaders.values()].map((leader) => ({ term: t("leader"), words: titled(language, leader) })),
          ...(letter.urges > 0 ? [{ term: t("urges"), words: t("times", { n: letter.urges }) }] : []),
        ]}
      />
    </Section>
  );
}

/** The passing-the-buck meter: days on each desk, as a length and as a number. */
function HeldBy({ letter: { offices: desks, hops, timeline } }: { letter: Handled }) {
  const t = useTranslations("letter-page.held");
  const language = useLocale();
  const most = Math.max(...desks.map(({ days }) => days), 1);
  return (
    <Section title={t("title")} rule="above">
      <ul className="border-t border-rule">
        {desks.map(({ office, part, from, until, days }) => (
          <li
            key={`${office.slug} ${part} ${from.toISOString()}`}
            className="grid grid-cols-[1fr_auto] gap-x-3 border-b border-rule py-1.5 text-sm"
          >
            <span>
              {named(language, office)}
              {until === null && <span className="text-ink-2">{t("now")}</span>}
            </span>
            <span className="tabular-nums">{t("days", { n: days })}</span>
            <svg aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none" className="col-span-2 h-1.5 w-full">
              <rect width={Math.max((days / most) * 100, 1)} height="1" className="fill-brand" />
            </svg>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-sm text-ink-2">{t("hops", { n: hops })}</p>
      <Objections timeline={timeline} />
    </Section>
  );
}

/** How often an office said that the letter was not its own, and was right. */
function Objections({ timeline }: Pick<Handled, "timeline">) {
  const t = useTranslations("handling.held");
  const times = (step: "object" | "uphold") => timeline.filter(({ what }) => what === step).length;
  if (times("object") === 0) return null;
  return <p className="text-sm text-ink-2">{t("objections", { n: times("object"), upheld: times("uphold") })}</p>;
}

/** What can be done with a page. An accusation has no twin: nobody else knows that it is there. */
export function ThisLetter({ number, known = true }: { number: string; known?: boolean }) {
  const t = useTranslations("letter-page.this");
  const links: [string, IconName, string][] = [
    [`/look-up?number=${number}`, "search", t("lookUp")],
    ...(known ? [[`/letters/${number}.json`, "download", t("json")] as [string, IconName, string]] : []),
    ["/log", "file-text", t("log")],
  ];
  return (
    <Section title={t("title")} rule="above" className="unprinted">
      <ul className="grid gap-x-4">
        {links.map(([href, icon, words]) => (
          <li key={href}>
            <A href={href} className="inline-flex min-h-target items-center gap-2">
              <Icon of={icon} />
              {words}
            </A>
          </li>
        ))}
        <li className="pt-1">
          <PrintButton words={t("print")} />
        </li>
      </ul>
    </Section>
  );
}
