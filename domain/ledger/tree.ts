import { hash } from "node:crypto";

/** Some leaves in a row: the tree over them stands by itself in a proof or in a root. */
export interface Run {
  from: number;
  size: number;
}

/** A complete subtree of 2^level leaves, the index-th of its size. It never changes again, and so it is stored. */
export interface Spot {
  level: number;
  index: number;
}

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

/** RFC 9162, 2.1.1: SHA-256(0x00 ‖ entry). */
export const leafHash = (entry: string): Buffer =>
  hash("sha256", Buffer.concat([leafMark, Buffer.from(entry)]), "buffer");

/** RFC 9162, 2.1.1: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  hash("sha256", Buffer.concat([nodeMark, left, right]), "buffer");

const emptyRoot = hash("sha256", "", "buffer");

/** The largest power of two that is not larger. */
function powerWithin(size: number): number {
  let power = 1;
  while (power * 2 <= size) power *= 2;
  return power;
}

/** Where RFC 9162 parts a tree of more than one leaf: the largest power of two smaller than its size. */
const partingOf = (size: number) => powerWithin(size - 1);

/** The complete subtrees that a run is made of, from left to right. A run begins where its largest one may begin. */
export function subtreesOf({ from, size }: Run): Spot[] {
  const spots: Spot[] = [];
  for (let [at, left] = [from, size]; left > 0; ) {
    const width = powerWithin(left);
    spots.push({ level: Math.log2(width), index: at / width });
    at += width;
    left -= width;
  }
  return spots;
}

/** The root over subtrees of decreasing size, from left to right. */
export function rootOver(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return emptyRoot;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** RFC 9162, 2.1.3.1: whose roots, in this order, prove that the leaf is in the tree of this size. */
export function inclusionRuns(leaf: number, size: number, from = 0): Run[] {
  if (size === 1) return [];
  const parting = partingOf(size);
  const [left, right] = [
    { from, size: parting },
    { from: from + parting, size: size - parting },
  ];
  return leaf < right.from
    ? [...inclusionRuns(leaf, left.size, left.from), right]
    : [...inclusionRuns(leaf, right.size, right.from), left];
}

/** RFC 9162, 2.1.4.1: whose roots, in this order, prove that the tree of the first size is the beginning of the second's. */
export function consistencyRuns(first: number, second: number): Run[] {
  return first === 0 || first === second ? [] : subproof(first, { from: 0, size: second }, true);
}

function subproof(end: number, { from, size }: Run, known: boolean): Run[] {
  if (end === from + size) return known ? [] : [{ from, size }];
  const parting = partingOf(size);
  const [left, right] = [
    { from, size: parting },
    { from: from + parting, size: size - parting },
  ];
  return end <= right.from ? [...subproof(end, left, known), right] : [...subproof(end, right, false), left];
}

export interface Node extends Spot {
  hash: Buffer;
}

/** Appends leaves to a tree of which only the complete subtrees at its right edge are known. */
export class GrowingTree {
  /** From left to right, each smaller than the one before. */
  readonly #edge: Node[];
  /** The subtrees above the leaves that have become complete. */
  readonly completed: Node[] = [];
  size: number;

  constructor(size: number, edge: readonly Node[]) {
    this.size = size;
    this.#edge = [...edge];
  }

  append(leaf: Buffer): void {
    let grown: Node = { level: 0, index: this.size, hash: leaf };
    for (let left = this.#edge.at(-1); left?.level === grown.level; left = this.#edge.at(-1)) {
      this.#edge.pop();
      grown = { level: grown.level + 1, index: left.index / 2, hash: nodeHash(left.hash, grown.hash) };
      this.completed.push(grown);
    }
    this.#edge.push(grown);
    this.size += 1;
  }

  get root(): Buffer {
    return rootOver(this.#edge.map(({ hash }) => hash));
  }
}
