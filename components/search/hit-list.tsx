import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BriefLamp, StateTag } from "#components/letters/brief-words.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { SpeakerName } from "#components/people/speaker.tsx";
import { Pieces } from "#components/search/pieces.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { When } from "#components/ui/when.tsx";
import type { Piece } from "#domain/search/grams.ts";
import type { Hit } from "#domain/search/read-hits.ts";

/** What was found: what it is, who said it and when, and the words around what was looked for. */
export function HitList({ hits }: { hits: readonly Hit[] }) {
  return (
    <ol className="border-t-2 border-rule-strong">
      {hits.map((hit) => (
        <li
          key={hit.kind === "letter" ? hit.letter.number : `${hit.kind}-${hit.id}`}
          className="border-b border-rule py-3"
        >
          {hit.kind === "letter" ? <LetterHit {...hit} /> : <SaidHit {...hit} />}
        </li>
      ))}
    </ol>
  );
}

function Around({ kind, demo, children }: { kind: Hit["kind"]; demo: boolean; children: ReactNode }) {
  const t = useTranslations("search");
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      <Tag>{t(`kinds.${kind}`)}</Tag>
      {demo && <Tag kind="warn">{t("demo")}</Tag>}
      {children}
    </p>
  );
}

function LetterHit({ letter, title, excerpt, decision }: Extract<Hit, { kind: "letter" }>) {
  const t = useTranslations("suggestions");
  return (
    <>
      <Around kind="letter" demo={letter.demo}>
        <LetterNumber number={letter.number} />
        <StateTag state={letter.state} />
        <When at={letter.sentAt} dayOnly />
        {letter.light && <BriefLamp light={letter.light} state={letter.state} />}
      </Around>
      <h2 className="mt-1 text-lg leading-snug" lang="zh-CN">
        <A href={`/letters/${letter.number}`} className="text-ink no-underline hover:underline">
          <Pieces of={title} />
        </A>
      </h2>
      {decision && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <Tag kind={decision.outcome === "declined" ? "neutral" : "ok"}>{t(`outcomes.${decision.outcome}`)}</Tag>
          <span lang="zh-CN">{[decision.document, decision.documentNumber].filter(Boolean).join(" · ")}</span>
        </p>
      )}
      <Excerpt of={excerpt} />
    </>
  );
}

export function SaidHit(hit: Exclude<Hit, { kind: "letter" }>) {
  const t = useTranslations("search");
  const href =
    hit.kind === "post"
      ? `/posts/${hit.id}`
      : `/posts/${hit.postId}?thread=${hit.parentId ?? hit.id}#comment-${hit.id}`;
  return (
    <>
      <Around kind={hit.kind} demo={hit.demo}>
        <span className="inline-flex flex-wrap items-center gap-x-2 text-ink">
          <SpeakerName speaker={hit.speaker} />
        </span>
        <When at={hit.at} approx={hit.approx} dayOnly />
      </Around>
      <Excerpt of={hit.excerpt} />
      <p>
        <A href={href} className="inline-flex min-h-target items-center">
          {t(hit.kind === "post" ? "toPost" : "toComment")}
        </A>
      </p>
    </>
  );
}

function Excerpt({ of }: { of: readonly Piece[] }) {
  return (
    <p className="mt-1 max-w-measure leading-relaxed" lang="zh-CN">
      <Pieces of={of} />
    </p>
  );
}
