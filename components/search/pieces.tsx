import type { Piece } from "#domain/search/grams.ts";

/** A text with what was looked for marked, by more than colour. */
export function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map(({ text, hit }, place) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never change places
      <mark key={place} className="bg-warn-bg font-semibold text-inherit underline decoration-2 underline-offset-4">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
