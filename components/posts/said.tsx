import { useLocale } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { tongueOf } from "#components/people/tongue.ts";
import { classes } from "#components/ui/classes.ts";
import { A } from "#components/ui/link.tsx";
import { linkify } from "#domain/posts/linkify.ts";

interface SaidProps {
  text: string;
  /** Stands before the first word: 征集（拍砖）, 回复 @河源你的样子. */
  lead?: ReactNode;
  className?: string;
}

/** What somebody wrote, as they wrote it: paragraphs, and addresses as links that lend nobody our good name. */
export function Said({ text, lead, className }: SaidProps) {
  const language = useLocale();
  return (
    <div lang={tongueOf(text, language)} className={classes("grid max-w-measure gap-2 text-pretty", className)}>
      {text.split(/\n{2,}/).map((paragraph, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text do not move
        <p key={place} className="whitespace-pre-line">
          {place === 0 && lead && <span lang={language}>{lead} </span>}
          <Linked text={paragraph} />
        </p>
      ))}
    </div>
  );
}

function Linked({ text }: { text: string }) {
  return linkify(text).map(({ text: words, href, tag }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text do not move
    <Fragment key={place}>
      {href ? (
        <a href={href} rel="nofollow ugc noopener">
          {words}
        </a>
      ) : tag ? (
        <A href={`/topics/${encodeURIComponent(tag)}`}>{words}</A>
      ) : (
        words
      )}
    </Fragment>
  ));
}
