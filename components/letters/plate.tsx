import { classes } from "#components/ui/classes.ts";

const sizes = {
  m: "px-3 py-1.5 text-base tracking-wide",
  s: "px-2 py-0.5 text-sm tracking-wide",
  big: "px-4 py-2.5 text-xl tracking-wide sm:text-3xl",
} as const;

/** A letter's number is its door plate: blue enamel, once a page, where the letter itself stands. */
export function Plate({ number, size = "m" }: { number: string; size?: keyof typeof sizes }) {
  return (
    <span className={classes("plate inline-block font-semibold leading-tight tabular-nums", sizes[size])}>
      {size === "big" ? number : `№ ${number}`}
    </span>
  );
}

/** The number in a running line, where a plate would shout. */
export function LetterNumber({ number }: { number: string }) {
  return <span className="whitespace-nowrap text-sm font-semibold tabular-nums text-brand">№ {number}</span>;
}
