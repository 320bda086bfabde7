import { classes } from "#components/ui/classes.ts";

/**
 * go: the one thing this page is for. plain: the others. brand: outlined, the second way. quiet: an act beside a text.
 * danger: what cannot be undone. In rows of a staff table `small`; on a form's last line `large`.
 */
export type ButtonKind = "go" | "plain" | "brand" | "quiet" | "danger";
export type ButtonSize = "small" | "normal" | "large";

const kinds: Record<ButtonKind, string> = {
  go: "border-brand bg-brand font-semibold text-on-brand",
  plain: "border-control bg-card text-ink hover:border-ink",
  brand: "border-brand bg-card font-semibold text-brand",
  quiet: "border-transparent bg-transparent text-link underline decoration-1 underline-offset-4",
  danger: "border-danger bg-card text-danger",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-9 px-3 py-1 text-sm",
  normal: "min-h-target px-4 py-1.5",
  large: "min-h-13 px-7 py-2 text-lg",
};

/** The look of a button, also for a plain `<a>` or a `<summary>` that acts as one. */
export function buttonLook(kind: ButtonKind = "plain", size: ButtonSize = "normal", more?: string): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-md border leading-snug no-underline hover:underline",
    "hover:decoration-2 hover:underline-offset-4 disabled:cursor-not-allowed disabled:opacity-60",
    kinds[kind],
    kind === "quiet" && size !== "small" ? "min-h-target px-0" : sizes[size],
    more,
  );
}
