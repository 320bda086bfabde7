import type { SeatKind } from "#components/people/seat-words.ts";
import { classes } from "#components/ui/classes.ts";

/** Filled a leader, outlined an office, grey a citizen. A word beside the seat always says the same. */
const kinds: Record<SeatKind, string> = {
  leader: "plate border-brand",
  office: "border-brand bg-card text-brand",
  citizen: "border-rule bg-neutral-bg text-neutral",
};

/** fit: small on a phone, where each letter of a line counts. */
const sizes = {
  s: "size-8.5 text-sm",
  m: "size-11 font-song text-[1rem] font-semibold tracking-wide",
  fit: "size-8.5 text-sm sm:size-11 sm:font-song sm:text-[1rem] sm:font-semibold sm:tracking-wide",
} as const;

/** `words`: two characters of the office (书记, 市委), the first of a nickname. Only to see: the name stands beside it. */
export function Seat({ kind, words, size = "m" }: { kind: SeatKind; words: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "grid flex-none place-items-center overflow-hidden rounded-sm border leading-none",
        sizes[size],
        kinds[kind],
      )}
    >
      {words}
    </span>
  );
}
