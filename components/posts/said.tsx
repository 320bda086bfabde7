import { useLocale } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { tongueOf } from "#components/people/tongue.ts";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import type { ShownMention } from "#domain/mentions/shown.ts";
import { linkify } from "#domain/posts/linkify.ts";

interface SaidProps {
  text: string;
  /** Stands before the first word: 征集（拍砖）, 回复 @河源你的样子. */
  lead?: ReactNode;
  /** Whom it names. */
  mentions?: readonly ShownMention[];
  className?: string;
}

/** What somebody wrote, as they wrote it: paragraphs, and addresses as links that lend nobody our good name. */
export function Said({ text, lead, mentions, className }: SaidProps) {
  const language = useLocale();
  return (
    <div lang={tongueOf(text, language)} className={classes("grid max-w-measure gap-2 text-pretty", className)}>
      {text.split(/\n{2,}/).map((paragraph, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text do not move
        <p key={place} className="whitespace-pre-line">
          {place === 0 && lead && <span lang={language}>{lead} </span>}
          <Linked text={paragraph} mentions={mentions} />
        </p>
      ))}
    </div>
  );
}

function Linked({ text, mentions }: Pick<SaidProps, "text" | "mentions">) {
  return linkify(text, mentions).map(({ text: words, href, tag, whom }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
    <Fragment key={place}>
      {href ? (
        <a href={href} rel="nofollow ugc noopener">
          {words}
        </a>
      ) : tag ? (
        <A href={`/topics/${encodeURIComponent(tag)}`}>{words}</A>
      ) : whom ? (
        <Whom whom={whom} words={words} />
      ) : (
        words
      )}
    </Fragment>
  ));
}

/** Leads to a leader or an office; a citizen has no page, and is marked. */
function Whom({ whom: { href }, words }: { whom: ShownMention; words: string }) {
  return href ? <A href={href}>{words}</A> : <span className="font-semibold">{words}</span>;
}
