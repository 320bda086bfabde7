import type { SeatKind } from "#components/people/seat-words.ts";
import { classes } from "#components/ui/classes.ts";

/** Filled a leader, outlined an office, grey a citizen. A word beside the seat always says the same. */
const kinds: Record<SeatKind, string> = {
  leader: "plate border-brand",
  office: "border-brand bg-card text-brand",
  citizen: "border-rule bg-neutral-bg text-neutral",
};

/** `words`: two characters of the office (书记, 市委), the first of a nickname. Only to see: the name stands beside it. */
export function Seat({ kind, words, size = "m" }: { kind: SeatKind; words: string; size?: "s" | "m" }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        "grid flex-none place-items-center overflow-hidden rounded-sm border leading-none",
        size === "m" ? "size-11 font-song text-[1rem] font-semibold tracking-wide" : "size-8.5 text-sm",
        kinds[kind],
      )}
    >
      {words}
    </span>
  );
}
