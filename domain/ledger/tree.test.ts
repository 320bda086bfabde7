import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { provesConsistency, provesInclusion } from "#scripts/verify-ledger.mjs";
import {
  consistencyRuns,
  GrowingTree,
  inclusionRuns,
  leafHash,
  type Node,
  nodeHash,
  type Run,
  rootOver,
  type Spot,
  subtreesOf,
} from "./tree.ts";

/** The tree that Certificate Transparency's implementations test themselves with, and its known roots. */
const known = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  (hex) => Buffer.from(hex, "hex").toString(),
);
const knownRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** MTH of RFC 9162, 2.1.1, word for word: slow, and nothing of ours in it but the two hashes. */
function mth(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return createHash("sha256").digest();
  if (leaves.length === 1)
    return createHash("sha256")
      .update(Buffer.from([0]))
      .update(leaves[0]!)
      .digest();
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return createHash("sha256")
    .update(Buffer.from([1]))
    .update(mth(leaves.slice(0, k)))
    .update(mth(leaves.slice(k)))
    .digest();
}

const grown = (leaves: readonly string[]) => {
  const tree = new GrowingTree(0, []);
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
};

const proofOf = (leaves: readonly string[], runs: readonly Run[]) =>
  runs.map(({ from, size }) => mth(leaves.slice(from, from + size)));

describe("against what is known", () => {
  test("hashes of a leaf, a node and nothing", () => {
    expect(leafHash("L123456").toString("hex")).toBe(
      "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56",
    );
    expect(nodeHash(Buffer.from("N123"), Buffer.from("N456")).toString("hex")).toBe(
      "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb",
    );
    expect(rootOver([]).toString("hex")).toBe(knownRoots[0]);
  });

  test.each(knownRoots.map((root, size) => [size, root] as const))("the root of %i leaves", (size, root) => {
    expect(grown(known.slice(0, size)).root.toString("hex")).toBe(root);
  });

  test.each([
    [0, 1, []],
    [
      0,
      8,
      [
        "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=",
        "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
        "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
      ],
    ],
    [
      5,
      8,
      [
        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
        "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
        "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
      ],
    ],
    [2, 3, ["+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU="]],
    [
      1,
      5,
      [
        "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
        "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
        "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
      ],
    ],
  ])("that leaf %i is among %i", (leaf, size, proof) => {
    expect(proofOf(known, inclusionRuns(leaf, size)).map((one) => one.toString("base64"))).toEqual(proof);
  });

  test.each([
    [1, 1, []],
    [
      1,
      8,
      [
        "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=",
        "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
        "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
      ],
    ],
    [
      6,
      8,
      [
        "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=",
        "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
        "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
      ],
    ],
    [2, 5, ["Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=", "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms="]],
    [
      6,
      7,
      [
        "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=",
        "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=",
        "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
      ],
    ],
  ])("that the tree of %i is the beginning of that of %i", (first, second, proof) => {
    expect(proofOf(known, consistencyRuns(first, second)).map((one) => one.toString("base64"))).toEqual(proof);
  });
});

describe("whatever the size", () => {
  const sizes = fc.integer({ min: 1, max: 299 });
  const leaves = Array.from({ length: 300 }, (_, n) => `leaf ${n}`);
  const roots = leaves.map((_, n) => mth(leaves.slice(0, n + 1)));

  test("a tree that goes on growing from its stored edge has the root that RFC 9162 defines", () => {
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const stored = new Map<string, Node>();
        const keep = (node: Node) => stored.set(`${node.level}:${node.index}`, node);
        for (const [index, leaf] of leaves.entries()) keep({ level: 0, index, hash: leafHash(leaf) });
        for (const node of grown(leaves.slice(0, first)).completed) keep(node);
        const edge = subtreesOf({ from: 0, size: first }).map(
          ({ level, index }: Spot) => stored.get(`${level}:${index}`)!,
        );
        const tree = new GrowingTree(first, edge);
        for (const leaf of leaves.slice(first, second)) tree.append(leafHash(leaf));
        expect(tree.root).toEqual(roots[second - 1]);
      }),
    );
  });

  test("every run of a proof is made of complete subtrees that lie where it lies", () => {
    fc.assert(
      fc.property(sizes, fc.nat(299), (size, some) => {
        for (const run of [...inclusionRuns(some % size, size), ...consistencyRuns((some % size) + 1, size)]) {
          const spots = subtreesOf(run);
          expect(spots.every(({ index }) => Number.isInteger(index))).toBe(true);
          expect(spots.map(({ level, index }) => index * 2 ** level)[0]).toBe(run.from);
          expect(spots.reduce((sum, { level }) => sum + 2 ** level, 0)).toBe(run.size);
        }
      }),
    );
  });

  test("the verifier accepts each proof, and none for another leaf, place, size or root", () => {
    fc.assert(
      fc.property(sizes, fc.nat(299), fc.nat(299), (size, some, other) => {
        const [leaf, wrong] = [some % size, other % size];
        const proof = proofOf(leaves, inclusionRuns(leaf, size));
        const root = roots[size - 1]!;
        expect(provesInclusion(leafHash(leaves[leaf]!), leaf, size, proof, root)).toBe(true);
        expect(provesInclusion(leafHash("another"), leaf, size, proof, root)).toBe(false);
        expect(provesInclusion(leafHash(leaves[leaf]!), wrong, size, proof, root)).toBe(wrong === leaf);
        expect(provesInclusion(leafHash(leaves[leaf]!), leaf, size, [...proof, root], root)).toBe(false);
        expect(provesInclusion(leafHash(leaves[leaf]!), leaf, size, proof, roots[size]!)).toBe(false);

        const first = wrong + 1;
        const same = proofOf(leaves, consistencyRuns(first, size));
        expect(provesConsistency(first, size, same, roots[first - 1]!, root)).toBe(true);
        expect(provesConsistency(first, size, same, roots[size]!, root)).toBe(false);
        expect(provesConsistency(first, size, same, roots[first - 1]!, roots[size]!)).toBe(false);
      }),
    );
  });
});
