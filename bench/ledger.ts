import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { seal } from "#domain/ledger/entry.ts";
import { checkpointText, makeSigner } from "#domain/ledger/note.ts";
import { GrowingTree, leafHash } from "#domain/ledger/tree.ts";
import { start } from "./pin.ts";
import { type Platform, startPlatform } from "./platform.ts";
import type { Result } from "./results.ts";
import { compare } from "./rounds.ts";
import { commentsInTurn, number } from "./writes.ts";

/** What sealing costs those who write: the same platform twice, in one of them nothing comes to the ledger. */
export async function measureSealing(platform: Platform): Promise<Result[]> {
  const unsealed = await startPlatform();
  try {
    await unsealed.db.execute(sql`update cursors set position = 1e12 where consumer = 'ledger'`);
    const compared = await compare({ ours: await commentsInTurn(platform), other: await commentsInTurn(unsealed) });
    await pause(5_000);
    const left = await number(
      platform,
      sql`select (select count(*) from events) - (select count(*) from ledger_leaves)`,
    );
    const off = await number(
      unsealed,
      sql`select (select count(*) from events) - (select count(*) from ledger_leaves)`,
    );
    if (left !== 0 || off === 0) throw new Error(`${left} events were not sealed, ${off} where none was to be.`);
    const what = "writes with the ledger on ÷ off";
    return [{ row: "A1", what, unit: "a second", floor: 0.7, goal: 0.97, ...compared, value: compared.ratio }];
  } finally {
    await unsealed.stop();
  }
}

const million = 1_000_000;

/** A million entries as they are downloaded, checked against their checkpoint by the file that a stranger has. */
export async function measureVerifying(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "gongpu-verify-"));
  try {
    const files = await makeMillion(folder);
    const began = performance.now();
    const verifying = start("measured", ["scripts/verify-ledger.mjs", ...files], {}, true);
    verifying.stdout!.resume();
    const [code] = await once(verifying, "exit");
    const value = (performance.now() - began) / 1_000;
    if (code !== 0) throw new Error("What was never touched was not found whole.");
    return [{ row: "A2", what: "verify a million entries offline", unit: "s", floor: 15, goal: 8, less: true, value }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Two in three are public, as about where letters are handled in the open. */
async function makeMillion(folder: string): Promise<string[]> {
  const [entries, checkpoint, key] = ["entries.jsonl", "checkpoint", "key"].map((name) => join(folder, name));
  const signer = makeSigner("https://gongpu.example", Buffer.alloc(32, 1).toString("base64"));
  const tree = new GrowingTree(0, []);
  const out = createWriteStream(entries!);
  for (let index = 0; index < million; index += 1) {
    const { entry } = seal(faceAt(index + 1), index % 3 < 2);
    tree.append(leafHash(entry));
    if (!out.write(`${JSON.stringify({ index, entry })}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  writeFileSync(checkpoint!, signer.sign(checkpointText(signer.origin, tree.size, tree.root)));
  writeFileSync(key!, signer.key);
  return [entries!, checkpoint!, key!];
}

function faceAt(position: number) {
  const letter = `letter:HY-2026-${String(position % 40_000).padStart(5, "0")}`;
  return {
    position,
    what: "letter.progress",
    topics: [letter, "letters", "mailbox:shizhang", "desk:jiaotong", "desk:xinfang"],
    at: new Date(Date.UTC(2026, 0, 1) + position * 1_000).toISOString(),
    office: "jiaotong",
    role: "lead",
    subject: letter,
    counts: { round: 1, due: "2026-10-15" },
    words: "da250ab003d27fcd582cf49abe7fe8cd0dc9816ce912aeb81ab5f0c3183da526",
  };
}
