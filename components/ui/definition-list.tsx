import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export interface Definition {
  term: ReactNode;
  words: ReactNode;
  /** A line in small print under the words. */
  detail?: ReactNode;
}

interface DefinitionListProps {
  rows: readonly Definition[];
  /** figures: words at the right edge, tabular, for numbers beside their names */
  kind?: "words" | "figures";
  className?: string;
}

/** Terms and what they are, one thin rule each: 主办 河源市交通运输局. */
export function DefinitionList({ rows, kind = "words", className }: DefinitionListProps) {
  return (
    <dl className={classes("text-base leading-relaxed", className)}>
      {rows.map((row, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are a fixed list without ids
          key={place}
          className={classes(
            "grid gap-x-3 border-b border-rule py-2",
            kind === "figures" ? "grid-cols-[1fr_auto] tabular-nums" : "grid-cols-[6rem_1fr]",
          )}
        >
          <dt className="font-normal text-ink-2">{row.term}</dt>
          <dd className={kind === "figures" ? "text-end font-semibold" : undefined}>
            {row.words}
            {row.detail && <small className="block font-normal text-ink-2">{row.detail}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
