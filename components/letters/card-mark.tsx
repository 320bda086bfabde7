/** A card is a penalty, not a light: a small upright card with its word. Yellow has an ink edge, red is solid. */
export function CardMark({ card, words }: { card: "yellow" | "red"; words: string }) {
  return (
    <span className="card-mark inline-flex items-center gap-1.5 whitespace-nowrap align-middle text-sm font-normal leading-normal">
      <svg viewBox="0 0 12 16" aria-hidden="true" className="h-4 w-3 flex-none">
        <rect
          x=".75"
          y=".75"
          width="10.5"
          height="14.5"
          rx="1"
          strokeWidth="1.5"
          fill={card === "yellow" ? "var(--lamp-amber)" : "var(--lamp-red)"}
          stroke={card === "yellow" ? "var(--lamp-amber-line)" : "var(--lamp-red)"}
        />
      </svg>
      {words}
    </span>
  );
}
