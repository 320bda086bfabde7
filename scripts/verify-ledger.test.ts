import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { checkFile } from "#components/ledger/check-file.ts";
import type { Db } from "#db/client.ts";
import { listCheckpoints } from "#domain/ledger/checkpoints.ts";
import { readConsistency, readEntries } from "#domain/ledger/read-ledger.ts";
import { readOwnLedger, readPublicLedger } from "#domain/ledger/read-letter-ledger.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { sealAll, signer } from "#test/sealed.ts";
import { checkEntries, checkLetter, checkPairs, proofIn, readCheckpoint, readKey } from "./verify-ledger.mjs";

const thousand = { numRuns: 1_000 };

/** A folder that goes with the test. */
function folder() {
  const path = mkdtempSync(join(tmpdir(), "gongpu-ledger-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const write = (name: string, text: string) => {
    writeFileSync(join(path, name), text);
    return join(path, name);
  };
  return { path, write };
}

/** Two checkpoints, and between them three letters in all their steps. */
async function makeRecord(db: Db) {
  await makeLetter(db, { state: "answered" });
  await sealAll(db);
  const author = await makeCitizen(db);
  const letter = await makeLetter(db, { state: "closed", author });
  await makeLetter(db, { state: "assigned", kind: "accusation" });
  await sealAll(db);
  const { checkpoints } = await listCheckpoints(db, undefined, 2);
  const [newer, older] = checkpoints.map(({ note }) => note) as [string, string];
  const sizes = { from: checkpoints[1]!.size, to: checkpoints[0]!.size };
  return {
    own: JSON.stringify(await readOwnLedger(db, author, letter.number, signer)),
    everybodys: JSON.stringify(await readPublicLedger(db, letter.number, signer)),
    lines: (await readEntries(db, { from: 0, to: 999 })).map((entry) => JSON.stringify(entry)),
    ...{ newer, older },
    proof: (await readConsistency(db, sizes)).map((one) => one.toString("base64")),
  };
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Random = (below: number) => number;

/** Whatever holds other values in a file, with itself. */
const holders = (value: Json): (Json[] | Record<string, Json>)[] =>
  value === null || typeof value !== "object" ? [] : [value, ...Object.values(value).flatMap(holders)];

const changes = ["edit", "remove", "insert", "reorder", "truncate"] as const;

/** Changes one thing, somewhere. */
function tamper(text: string, change: (typeof changes)[number], random: Random): string {
  if (change === "truncate") return text.slice(0, random(text.length));
  const file: Json = JSON.parse(text);
  const wide = change === "insert" || change === "reorder";
  const places = holders(file).filter((one) => (wide ? Array.isArray(one) : Object.keys(one).length > 0));
  const place = places[random(places.length)]!;
  const names = Object.keys(place);
  const name = names[random(names.length)] ?? "0";
  if (Array.isArray(place)) {
    const at = Number(name);
    if (change === "remove") place.splice(at, 1);
    if (change === "insert") place.splice(random(place.length + 1), 0, structuredClone(place[at] ?? "x"));
    if (change === "reorder") place.splice(random(place.length), 0, ...place.splice(at, 1));
    if (change === "edit") place[at] = edited(place[at]!, random);
  } else if (change === "remove") delete place[name];
  else place[name] = edited(place[name]!, random);
  return JSON.stringify(file);
}

function edited(value: Json, random: Random): Json {
  if (typeof value === "number") return value + 1 + random(9);
  if (typeof value !== "string") return null;
  const at = random(value.length + 1);
  const letter = 'aZ9+/=\n "{没'[random(11)]!;
  return value.slice(0, at) + letter + value.slice(at + random(2));
}

const randomly = fc.tuple(fc.constantFrom(...changes), fc.infiniteStream(fc.nat(1_000_000)));

const drawing =
  (stream: Iterator<number>): Random =>
  (below) =>
    stream.next().value % below;

const problemOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return String(error);
  }
};

describe("a letter's file", () => {
  test(
    "that nobody touched is found whole by both verifiers, however it is laid out",
    inRollback(async (db) => {
      const { own, everybodys } = await makeRecord(db);
      for (const text of [own, everybodys, JSON.stringify(JSON.parse(own), null, 4)]) {
        const { letter, events, opened, words } = checkLetter(text);
        expect(await checkFile(text)).toMatchObject({ letter, events, opened, words, signed: true });
      }
    }),
  );

  test(
    "in which anything was edited, removed, inserted, moved or cut off is caught by both, a thousand times",
    inRollback(async (db) => {
      const { own, everybodys } = await makeRecord(db);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(own, everybodys), randomly, async (text, [change, stream]) => {
          const touched = tamper(text, change, drawing(stream));
          fc.pre(touched !== text);
          expect(problemOf(() => checkLetter(touched))).not.toBeNull();
          expect(await checkFile(touched)).toHaveProperty("problem");
        }),
        thousand,
      );
    }),
    120_000,
  );

  test(
    "whose checkpoint or receipt goes on behind its last line is caught by both",
    inRollback(async (db) => {
      const file = JSON.parse((await makeRecord(db)).own);
      for (const name of ["checkpoint", "receipt"]) {
        const touched = JSON.stringify({ ...file, [name]: `${file[name]}a` });
        expect(problemOf(() => checkLetter(touched))).not.toBeNull();
        expect(await checkFile(touched)).toEqual({ problem: "signature" });
      }
    }),
  );

  test(
    "of another platform, or signed with another key than one knows, is refused",
    inRollback(async (db) => {
      const { own } = await makeRecord(db);
      const other = readKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
      expect(problemOf(() => checkLetter(own, other))).toContain("公钥");
      expect(problemOf(() => checkLetter(own, readKey(signer.key)))).toBeNull();
    }),
  );
});

describe("all entries", () => {
  test(
    "with anything edited, removed, inserted, moved or cut off are caught, a thousand times",
    inRollback(async (db) => {
      vi.spyOn(console, "log").mockImplementation(() => {});
      onTestFinished(() => void vi.restoreAllMocks());
      const { lines, older, newer } = await makeRecord(db);
      const { write } = folder();
      const key = readKey(signer.key);
      const checkpoints = [older, newer].map((note) => readCheckpoint(note, key));
      const whole = `${lines.join("\n")}\n`;
      const check = (text: string) =>
        checkEntries(write("entries.jsonl", text), checkpoints).then(
          () => null,
          (error: unknown) => String(error),
        );
      expect(await check(whole)).toBeNull();
      await fc.assert(
        fc.asyncProperty(randomly, async ([change, stream]) => {
          const random = drawing(stream);
          const rows = [...lines];
          const at = random(rows.length);
          if (change === "edit") rows[at] = tamper(rows[at]!, "edit", random);
          if (change === "remove") rows.splice(at, 1);
          if (change === "insert") rows.splice(at, 0, rows[random(rows.length)]!);
          if (change === "reorder") rows.splice(random(rows.length), 0, ...rows.splice(at, 1));
          const text = change === "truncate" ? whole.slice(0, random(whole.length)) : `${rows.join("\n")}\n`;
          fc.pre(text !== whole);
          expect(await check(text)).not.toBeNull();
        }),
        thousand,
      );
    }),
    120_000,
  );
});

describe("two checkpoints", () => {
  test(
    "fit only with their own proof and as they were signed",
    inRollback(async (db) => {
      vi.spyOn(console, "log").mockImplementation(() => {});
      onTestFinished(() => void vi.restoreAllMocks());
      const { older, newer, proof } = await makeRecord(db);
      const key = readKey(signer.key);
      const problem = (file: { older: string; newer: string; proof?: string[] }) =>
        problemOf(() => {
          const checkpoints = [file.older, file.newer].map((note) => readCheckpoint(note, key));
          checkPairs(checkpoints, [proofIn(JSON.stringify({ proof: file.proof }))]);
        });
      const whole = JSON.stringify({ older, newer, proof });
      expect(problem(JSON.parse(whole))).toBeNull();
      fc.assert(
        fc.property(
          fc.constantFrom("edit", "remove", "insert", "reorder"),
          fc.infiniteStream(fc.nat(1_000_000)),
          (change, stream) => {
            const touched = tamper(whole, change as "edit", drawing(stream));
            fc.pre(touched !== whole);
            expect(problem(JSON.parse(touched))).not.toBeNull();
          },
        ),
        thousand,
      );
    }),
    120_000,
  );
});

test(
  "as anybody would run it: plain sentences, and an exit code",
  inRollback(async (db) => {
    const { own, lines, older, newer, proof } = await makeRecord(db);
    const { path, write } = folder();
    write("ledger.json", own);
    write("entries.jsonl", `${lines.join("\n")}\n`);
    write("older", older);
    write("newer", newer);
    write("key", `${signer.key}\n`);
    write("consistency.json", JSON.stringify({ proof }));
    write("less.jsonl", `${lines.slice(0, -1).join("\n")}\n`);
    write("others.json", JSON.stringify({ proof: proof.slice(1) }));
    const verify = (...files: string[]) => {
      const script = join(import.meta.dirname, "verify-ledger.mjs");
      const { status, stdout } = spawnSync(process.execPath, [script, ...files], { cwd: path, encoding: "utf8" });
      return [status, stdout] as const;
    };
    expect(verify("ledger.json")).toEqual([
      0,
      expect.stringMatching(/一条不缺[\s\S]*请与您从别处得到的公钥比对[\s\S]*没有发现改动/),
    ]);
    expect(verify("entries.jsonl", "newer", "older", "key")).toEqual([
      0,
      expect.stringContaining("entries fit the checkpoint"),
    ]);
    expect(verify("newer", "consistency.json", "older", "key")).toEqual([0, expect.stringContaining("延续")]);
    expect(verify("ledger.json", "consistency.json", "older")).toEqual([0, expect.stringContaining("延续")]);
    expect(verify("newer", "older")).toEqual([1, expect.stringContaining("/ledger/consistency?from=")]);
    expect(verify("newer", "others.json", "older")).toEqual([1, expect.stringContaining("历史被改写过")]);
    expect(verify("less.jsonl", "newer")).toEqual([1, expect.stringContaining("检查点签的是")]);
    expect(verify("entries.jsonl")).toEqual([1, expect.stringContaining("还需要一个检查点")]);
    expect(verify("nowhere")).toEqual([1, expect.stringContaining("打不开")]);
    expect(verify()).toEqual([1, expect.stringContaining("请给出要核对的文件")]);
  }),
);
