import { bigramsOf } from "#domain/letters/likeness.ts";

/** From here on two texts of one place are about the same thing: what they share, of what both have. A greeting is not enough. */
const alike = 0.35;

/** A concern that texts are laid to: one that is known, or one that begins. */
export interface Heap {
  id: number | null;
}

/**
 * Lays each new text to the concern of the text it is most like, or begins one with it. The same texts in the same order
 * always gather in the same way: the older of two that are equally like it is taken. Only texts that share two characters
 * are ever compared.
 */
export function gather<Fresh extends { text: string }>(
  known: readonly { text: string; heap: Heap }[],
  fresh: readonly Fresh[],
): { item: Fresh; heap: Heap }[] {
  const laid: { heap: Heap; size: number }[] = [];
  const holders = new Map<string, number[]>();
  const lay = (pairs: Set<string>, heap: Heap) => {
    for (const pair of pairs) {
      const others = holders.get(pair);
      if (others) others.push(laid.length);
      else holders.set(pair, [laid.length]);
    }
    laid.push({ heap, size: pairs.size });
  };
  for (const { text, heap } of known) lay(bigramsOf(text), heap);
  return fresh.map((item) => {
    const pairs = bigramsOf(item.text);
    const heap = nearest(pairs, laid, holders) ?? { id: null };
    lay(pairs, heap);
    return { item, heap };
  });
}

function nearest(
  pairs: Set<string>,
  laid: readonly { heap: Heap; size: number }[],
  holders: Map<string, number[]>,
): Heap | null {
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    for (const other of holders.get(pair) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = alike;
  for (const [other, n] of shared) {
    const like = (2 * n) / (pairs.size + laid[other]!.size);
    if (like > most || (like === most && (best === null || other < best))) {
      best = other;
      most = like;
    }
  }
  return best === null ? null : laid[best]!.heap;
}
