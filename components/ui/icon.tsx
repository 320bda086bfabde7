import { classes } from "#components/ui/classes.ts";
import { type IconName, shapes } from "#components/ui/icon-shapes.ts";

/** A drawing beside a word, never instead of one: it is hidden from who listens. */
export function Icon({ of, className }: { of: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classes("icon", className)}>
      <path d={shapes[of]} />
    </svg>
  );
}
