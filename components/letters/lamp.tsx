import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** What a light can be, and how it ended: met is a tick, missed a cross, both hollow, because nothing runs any more. */
export type LampKind = "green" | "amber" | "red" | "paused" | "provisional" | "met" | "missed";
export type LampSize = "s" | "m" | "big";

/** Each lamp has its own outline, so that it is told apart without its colour. */
const shapes: Record<LampKind, ReactNode> = {
  green: (
    <>
      <circle cx="12" cy="12" r="10.5" fill="var(--lamp-green)" />
      <path d="m7 12.4 3.4 3.4L17 9" stroke="var(--lamp-mark)" strokeWidth="2.6" />
    </>
  ),
  amber: (
    <>
      <path d="M12 2.2 22.6 21.5H1.4Z" fill="var(--lamp-amber)" stroke="var(--lamp-amber-line)" strokeWidth="1.6" />
      <path d="M12 9v6.2M12 18.2v.1" stroke="var(--lamp-amber-mark)" strokeWidth="2.6" />
    </>
  ),
  red: (
    <>
      <path d="M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9Z" fill="var(--lamp-red)" />
      <path d="m8.2 8.2 7.6 7.6m0-7.6-7.6 7.6" stroke="var(--lamp-mark)" strokeWidth="2.6" />
    </>
  ),
  paused: (
    <>
      <path d="M2 2h20v20H2Z" fill="var(--lamp-grey)" />
      <path d="M9 7.5v9M15 7.5v9" stroke="var(--lamp-mark)" strokeWidth="2.8" />
    </>
  ),
  provisional: <circle cx="12" cy="12" r="9.5" stroke="var(--control)" strokeWidth="2.2" />,
  met: (
    <>
      <circle cx="12" cy="12" r="10" stroke="var(--ok)" strokeWidth="1.8" />
      <path d="m7.3 12.4 3.2 3.2 6.2-6.4" stroke="var(--ok)" strokeWidth="2.2" />
    </>
  ),
  missed: (
    <>
      <path d="M7.7 2h8.6L22 7.7v8.6L16.3 22H7.7L2 16.3V7.7Z" stroke="var(--danger)" strokeWidth="1.8" />
      <path d="m8.5 8.5 7 7m0-7-7 7" stroke="var(--danger)" strokeWidth="2.2" />
    </>
  ),
};

const sizes: Record<LampSize, { words: string; shape: string }> = {
  s: { words: "gap-1.5 text-sm", shape: "size-4.5" },
  m: { words: "min-h-7 gap-2 text-sm", shape: "size-5.5" },
  big: { words: "gap-3 text-lg", shape: "size-8" },
};

/** The shape alone, beside words that stand elsewhere: the head of a column, a count by lamp. */
export function LampShape({ lamp, className }: { lamp: LampKind; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classes("lamp-shape", className ?? "size-5.5")}>
      {shapes[lamp]}
    </svg>
  );
}

interface LampProps {
  lamp: LampKind;
  /** 临期 */
  words: string;
  /** 还剩 1 个工作日 */
  detail?: string;
  /** Underneath, in staff lists: 3月7日（周一）到期 */
  below?: ReactNode;
  size?: LampSize;
  /** Where its working is shown (如何算出), with the reader's language in it already. */
  href?: string;
}

/** A light: shape, word and number; colour comes last. */
export function Lamp({ lamp, words, detail, below, size = "m", href }: LampProps) {
  const look = classes(
    "inline-flex items-center text-start align-middle leading-normal tabular-nums",
    sizes[size].words,
  );
  const late = lamp === "red" || lamp === "missed";
  const said = (
    <span>
      <b className={late ? "text-danger" : "text-ink"}>{words}</b>
      {detail && <span className={size === "big" ? "text-ink" : "text-ink-2"}> · {detail}</span>}
      {below && <span className="block text-sm text-ink-2">{below}</span>}
    </span>
  );
  const shape = <LampShape lamp={lamp} className={sizes[size].shape} />;
  if (!href) {
    return (
      <span className={look}>
        {shape}
        {said}
      </span>
    );
  }
  return (
    <a href={href} className={classes(look, "decoration-control")}>
      {shape}
      {said}
    </a>
  );
}

const edges: Partial<Record<LampKind, string>> = {
  green: "edge-green",
  amber: "edge-amber",
  red: "edge-red",
  paused: "edge-paused",
};

/** The edge of a list's row says the lamp once more, as a line: solid, dashed, double, dotted. */
export function edgeClass(lamp: LampKind | null | undefined): string {
  return (lamp && edges[lamp]) ?? "edge";
}
