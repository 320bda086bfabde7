import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { named, titled } from "#components/people/named.ts";
import { Seat } from "#components/people/seat.tsx";
import { type SeatKind, seatWords } from "#components/people/seat-words.ts";
import type { Language } from "#components/ui/address.ts";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Speaker } from "#domain/people/speaker.ts";

export function kindOf({ leader, office }: Speaker): SeatKind {
  if (leader) return "leader";
  return office ? "office" : "citizen";
}

/** The name a speaker is known under. */
export function nameOf(language: Language, { leader, office, nickname }: Speaker): string {
  if (leader) return titled(language, leader);
  return office ? named(language, office) : (nickname ?? "");
}

/** The seat keeps its Chinese characters in both languages, like the plate of a door. */
function seatOf(speaker: Speaker): string {
  return seatWords(kindOf(speaker), nameOf("zh-CN", speaker));
}

export function SpeakerSeat({ speaker, size }: { speaker: Speaker; size?: ComponentProps<typeof Seat>["size"] }) {
  return <Seat kind={kindOf(speaker)} words={seatOf(speaker)} size={size} />;
}

/** Where a leader's or an office's own posts stand; a citizen has no such page. */
export function streamOf({ leader, office }: Pick<Speaker, "leader" | "office">): string | null {
  if (leader) return `/leaders/${leader.handle}`;
  return office ? `/offices/${office.slug}` : null;
}

const tags = { leader: "lead", office: "office", citizen: "neutral" } as const;

/** The name with the word that says what the seat shows: 市委书记 领导 本人. */
export function SpeakerName({ speaker, link = true }: { speaker: Speaker; link?: boolean }) {
  const t = useTranslations("square.speaker");
  const name = nameOf(useLocale(), speaker);
  const stream = link ? streamOf(speaker) : null;
  const kind = kindOf(speaker);
  return (
    <>
      {stream ? (
        <A href={stream} className="inline-block py-0.5 font-semibold text-ink no-underline hover:underline">
          {name}
        </A>
      ) : (
        <b>{name}</b>
      )}
      <Tag kind={tags[kind]}>{t(kind)}</Tag>
      {speaker.leader && speaker.voice && <Tag>{t(speaker.voice === "self" ? "self" : "staff")}</Tag>}
    </>
  );
}

/** 演示: nobody shall take it for something that was really said. */
export function DemoTag() {
  return <Tag kind="warn">{useTranslations("square")("demo")}</Tag>;
}

interface BylineProps {
  speaker: Speaker;
  /** When, and whatever belongs beside it. */
  children: ReactNode;
  /** The level of heading that the name is, where the page's outline needs one. */
  as?: "p" | "h3";
  demo?: boolean;
}

/** Seat, name and time above what an official says. */
export function Byline({ speaker, as: Name = "p", demo, children }: BylineProps) {
  return (
    <header className="flex items-center gap-3">
      <SpeakerSeat speaker={speaker} />
      <div className="min-w-0">
        <Name className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-base leading-snug font-normal">
          <SpeakerName speaker={speaker} />
          {demo && <DemoTag />}
        </Name>
        <p className="text-sm leading-normal text-ink-2">{children}</p>
      </div>
    </header>
  );
}
