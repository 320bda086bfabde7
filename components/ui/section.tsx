import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

const numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/**
 * Before a heading, as an official letter counts its parts: 一、 in Chinese, 1. in English. The style sheet chooses, because
 * forms that run in the browser have headings too and know no language.
 */
export function Numeral({ of }: { of: number }) {
  return (
    <span
      aria-hidden="true"
      data-zh={`${numerals[of] ?? of}、`}
      data-en={`${of}. `}
      className="font-song font-semibold whitespace-pre text-brand before:content-[attr(data-zh)] [html:lang(en)_&]:before:content-[attr(data-en)]"
    />
  );
}

interface SectionProps {
  title: ReactNode;
  id?: string;
  number?: number;
  /** Stands at the right of the heading: a link to all, a count. */
  aside?: ReactNode;
  /** h2 (default): a part of the page. h3: a box in the right column. */
  level?: 2 | 3;
  /** Where the thick rule runs: above the heading in columns, below it in the text. */
  rule?: "above" | "below";
  className?: string;
  children: ReactNode;
}

/** A part of a page. A thick ink rule opens it; inside only thin rules divide. */
export function Section({ title, id, number, aside, level = 2, rule = "below", className, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} className={classes("mt-8", rule === "above" && "border-t-2 border-rule-strong pt-2.5", className)}>
      <div
        className={classes(
          "flex items-baseline justify-between gap-4",
          rule === "below" ? "border-b-2 border-rule-strong pb-1" : "mb-1",
        )}
      >
        <Heading className={level === 2 && rule === "below" ? "text-xl" : "text-lg leading-snug"}>
          {number && <Numeral of={number} />}
          {title}
        </Heading>
        {aside && <div className="whitespace-nowrap text-sm">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
