#!/usr/bin/env node
/**
 * 公仆存证核对器 · Checks what was downloaded from a Gongpu ledger: offline, with Node 22 or newer and nothing else.
 *
 *   node verify-ledger.mjs ledger.json                                       一封信 · one letter
 *   node verify-ledger.mjs entries.jsonl checkpoint                          全部条目 · all entries
 *   node verify-ledger.mjs old-checkpoint new-checkpoint consistency.json    两个检查点 · two checkpoints
 *
 * 文件可以一起给出，次序不限，也可以加上公钥（/ledger/key）。Files may be given together, in any order, and with the
 * verifier key (/ledger/key). 全部相符时退出码为 0，否则为 1。Exits with 0 if everything is as it was sealed, else with 1.
 * 格式 · formats: docs/ledger.md
 */
import { createPublicKey, hash, verify } from "node:crypto";
import { createReadStream, readFileSync, realpathSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** What does not fit, in both languages. */
class Wrong extends Error {
  constructor(chinese, english) {
    super(`${chinese}\n  ${english}`);
  }
}

const sha256 = (...parts) => hash("sha256", Buffer.concat(parts.map((part) => Buffer.from(part))), "buffer");
const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);
const leafHash = (entry) => hash("sha256", Buffer.concat([leafMark, Buffer.from(entry)]), "buffer");
const nodeHash = (left, right) => hash("sha256", Buffer.concat([nodeMark, left, right]), "buffer");
const half = (n) => Math.floor(n / 2);
const isOdd = (n) => n % 2 === 1;

/** RFC 9162, 2.1.3.2. */
export function provesInclusion(leaf, index, size, proof, root) {
  if (index >= size) return false;
  let [at, last, made] = [index, size - 1, leaf];
  for (const one of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      made = nodeHash(one, made);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else made = nodeHash(made, one);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && made.equals(root);
}

/** RFC 9162, 2.1.4.2. */
export function provesConsistency(first, second, proof, firstRoot, secondRoot) {
  if (first > second) return false;
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (first === 0) return proof.length === 0;
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : proof;
  if (proof.length === 0) return false;
  let [at, last] = [first - 1, second - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [older, newer] = [path[0], path[0]];
  for (const one of path.slice(1)) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [older, newer] = [nodeHash(one, older), nodeHash(one, newer)];
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else newer = nodeHash(newer, one);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && older.equals(firstRoot) && newer.equals(secondRoot);
}

/** Strict: one spelling for each value. */
function base64(text, chinese, english) {
  const bytes = Buffer.from(String(text), "base64");
  if (bytes.toString("base64") !== text)
    throw new Wrong(`${chinese}不是规范的 base64。`, `${english} is not proper base64.`);
  return bytes;
}

const ed25519 = Buffer.from("302a300506032b6570032100", "hex");

/** A C2SP verifier key: origin+id+base64(0x01 ‖ public key). */
export function readKey(text) {
  const [, origin, id, typed] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  if (!origin) throw new Wrong("公钥的格式不对。", "The key is not a verifier key.");
  const bytes = base64(typed, "公钥", "The key");
  const right = bytes.length === 33 && bytes[0] === 1;
  if (!right || sha256(`${origin}\n`, bytes).toString("hex", 0, 4) !== id) {
    throw new Wrong("公钥与它自己的编号不符。", "The key does not have the id that it claims.");
  }
  const key = createPublicKey({ key: Buffer.concat([ed25519, bytes.subarray(1)]), format: "der", type: "spki" });
  return { text, origin, id, key };
}

/** A C2SP signed note; other signatures than the ledger's are not looked at, and without a key none. */
export function readNote(note, key, chinese, english) {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  const signatures = note
    .slice(end + 2)
    .split("\n")
    .slice(0, -1)
    .map((line) => /^— (\S+) (\S+)$/.exec(line));
  if (end < 0 || !note.endsWith("\n") || signatures.length === 0 || signatures.includes(null)) {
    throw new Wrong(`${chinese}不是一份签名文本。`, `${english} is not a signed note.`);
  }
  const isValid = ([, signer, encoded]) => {
    const bytes = base64(encoded, "签名", "The signature");
    const own = signer === key.origin && bytes.toString("hex", 0, 4) === key.id;
    return own && verify(null, Buffer.from(text), key.key, bytes.subarray(4));
  };
  if (key && !signatures.some(isValid)) {
    throw new Wrong(`${chinese}的签名与公钥不符。`, `The signature of ${english.toLowerCase()} does not fit the key.`);
  }
  return text.split("\n").slice(0, -1);
}

export function readCheckpoint(note, key) {
  const lines = readNote(note, key, "检查点", "The checkpoint");
  const [origin, size, root] = lines;
  const right = lines.length >= 3 && (!key || origin === key.origin) && /^(0|[1-9]\d{0,14})$/.test(size);
  const bytes = right ? base64(root, "检查点的根", "The root of the checkpoint") : null;
  if (bytes?.length !== 32) throw new Wrong("检查点的内容不对。", "The checkpoint does not say what it should.");
  return { origin, size: Number(size), root: bytes };
}

/** RFC 8785, as far as a ledger file goes. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;
}

const has = (value, ...names) =>
  value !== null && typeof value === "object" && Object.keys(value).every((name) => names.includes(name));

/** Checks a ledger.json; returns what it is about. Throws at the first thing that does not fit. */
export function checkLetter(text, outside) {
  const file = parse(text);
  if (!has(file, "checkpoint", "key", "events", "receipt") || !Array.isArray(file.events) || file.events.length === 0) {
    throw new Wrong("这不是一份完整的信件存证文件。", "This is not a whole ledger file of a letter.");
  }
  const key = readKey(String(file.key));
  if (outside && outside.text !== key.text) {
    throw new Wrong("文件里的公钥不是您给出的那一个。", "The key in the file is not the one that you have given.");
  }
  const checkpoint = readCheckpoint(String(file.checkpoint), key);
  const faces = file.events.map((event, i) => checkEvent(event, file.events[i - 1], checkpoint));
  const subjects = new Set(faces.flatMap(({ subject }) => subject ?? []));
  const letter = checkReceipt(file, key, checkpoint);
  for (const subject of subjects) {
    if (subject !== `letter:${letter}`)
      throw new Wrong(`混进了别处的记录：${subject}。`, `A record of ${subject} is among them.`);
  }
  const opened = file.events.filter(({ opened }) => opened).length;
  const words = file.events.filter(({ words }) => words).length;
  return { letter, key, checkpoint, events: file.events.length, opened, words, faces };
}

/** One record: in the tree at its place, saying what was sealed. Returns what it says, as far as it is opened. */
function checkEvent(event, before, { size, root }) {
  const { index, entry, proof, words, opened } = event ?? {};
  const at = `第 ${index} 条`;
  const nth = `Entry ${index}`;
  const shaped =
    has(event, "index", "entry", "proof", "words", "opened") && typeof entry === "string" && Array.isArray(proof);
  if (!shaped || !Number.isSafeInteger(index) || index < 0)
    throw new Wrong("有一条记录不完整。", "A record is not whole.");
  if (before && index <= before.index)
    throw new Wrong(`${at}的次序不对或重复。`, `${nth} is out of order, or there twice.`);
  const path = proof.map((one) => base64(one, `${at}的证明`, `The proof of entry ${index}`));
  if (!provesInclusion(leafHash(entry), index, size, path, root)) {
    throw new Wrong(
      `${at}不在检查点所签的记录里：内容或证明被改动过。`,
      `${nth} is not in what the checkpoint signs: it or its proof was changed.`,
    );
  }
  const sealed = parse(entry);
  const face = opened === undefined ? sealed : faceBehind(sealed, opened, at, nth);
  if (face.position !== index + 1 || face.at !== sealed.at)
    throw new Wrong(`${at}与它的位置不符。`, `${nth} is not at its position.`);
  if (words === undefined) return face;
  const right =
    has(words, "text", "salt") && sha256(String(words.salt), String(words.text)).toString("hex") === face.words;
  if (!right)
    throw new Wrong(`${at}的文字不是当时封存的文字。`, `The words of entry ${index} are not those that were sealed.`);
  return face;
}

function faceBehind({ sealed }, opened, at, nth) {
  const right =
    has(opened, "face", "salt") && sha256(String(opened.salt), String(opened.face)).toString("hex") === sealed;
  if (!right)
    throw new Wrong(
      `${at}所说的不是当时封存的内容。`,
      `What ${nth.toLowerCase()} is said to hold is not what was sealed.`,
    );
  return parse(opened.face);
}

/** That the platform says: these are all of them. Returns the letter's number. */
function checkReceipt({ receipt, events }, key, { size }) {
  if (typeof receipt !== "string")
    throw new Wrong("没有回执：不能知道是否缺了记录。", "There is no receipt: records may have been left out.");
  const lines = readNote(receipt, key, "回执", "The receipt");
  const [address = "", atSize, count, digest] = lines;
  const letter = /^\/letters\/([A-Z]+-\d+-\d+)(?:\/act)?$/.exec(address.slice(key.origin.length))?.[1];
  const right = address.startsWith(key.origin) && letter && atSize === String(size) && count === String(events.length);
  if (!right || digest !== sha256(canonical(events)).toString("base64")) {
    throw new Wrong(
      "记录与回执不符：缺了、多了或改了什么。",
      "The records are not those of the receipt: something is missing, added or changed.",
    );
  }
  return letter;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Wrong("文件不完整：不是 JSON。", "The file is not whole: it is not JSON.");
  }
}

/** Reads all entries once, whatever their number, and says which root they had at each of these sizes. */
async function rootsOf(path, sizes) {
  const wanted = new Set(sizes);
  const roots = new Map();
  const edge = [];
  let count = 0;
  const note = () => {
    if (wanted.has(count))
      roots.set(
        count,
        edge.length === 0
          ? sha256("")
          : edge.map(({ made }) => made).reduceRight((right, left) => nodeHash(left, right)),
      );
  };
  note();
  for await (const line of linesOf(path)) {
    const { index, entry } = parse(line);
    if (index !== count || typeof entry !== "string")
      throw new Wrong(`第 ${count} 条缺失或次序不对。`, `Entry ${count} is missing or out of order.`);
    if (!entry.includes(`"position":${count + 1},`))
      throw new Wrong(`第 ${count} 条与它的位置不符。`, `Entry ${count} is not at its position.`);
    let grown = { level: 0, made: leafHash(entry) };
    while (edge.at(-1)?.level === grown.level)
      grown = { level: grown.level + 1, made: nodeHash(edge.pop().made, grown.made) };
    edge.push(grown);
    count += 1;
    note();
  }
  return { count, roots };
}

async function* linesOf(path) {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 20 })) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    yield* lines;
  }
  if (rest !== "") throw new Wrong("条目文件在一行中间断了。", "The entries end in the middle of a line.");
}

/** What a file is, by how it begins. */
async function kindOf(path) {
  const file = await open(path).catch(() => {
    throw new Wrong(`打不开 ${path}。`, `${path} cannot be opened.`);
  });
  const { buffer, bytesRead } = await file.read(Buffer.alloc(400), 0, 400, 0);
  await file.close();
  const head = buffer.toString("utf8", 0, bytesRead);
  if (/^\s*\{\s*"(index|entry)"/.test(head)) return "entries";
  if (/^\s*\{\s*"proof"/.test(head)) return "proof";
  if (/^\s*\{/.test(head)) return "letter";
  return /^\S+\+[0-9a-f]{8}\+/.test(head) ? "key" : "checkpoint";
}

const said = (chinese, english) => console.log(`✓ ${chinese}\n  ${english}`);
const noted = (chinese, english) => console.log(`! ${chinese}\n  ${english}`);

/** Checks all that was given against each other. */
async function check(paths) {
  const files = { letter: [], entries: [], checkpoint: [], proof: [], key: [] };
  for (const path of paths) files[await kindOf(path)].push(path);
  const given = files.key.map((path) => readKey(readFileSync(path, "utf8").trim()))[0];
  const letters = files.letter.map((path) => ({
    name: basename(path),
    ...checkLetter(readFileSync(path, "utf8"), given),
  }));
  const key = given ?? letters[0]?.key;
  for (const { name, letter, events, opened, words, checkpoint, faces } of letters) {
    said(
      `${name}：信件 ${letter} 的 ${events} 条记录都在前 ${checkpoint.size} 条封存的记录里，一条不缺；其中 ${opened} 条打开了封存内容，${words} 条文字与封存时相同。`,
      `${name}: all ${events} records of letter ${letter} are among the first ${checkpoint.size} that were sealed; ${opened} were opened, the words of ${words} are those that were sealed.`,
    );
    for (const { position, at, what = "—", office } of faces)
      console.log(`  ${position}  ${at}  ${what}  ${office ?? ""}`);
  }
  const loose = files.checkpoint.map((path) => readCheckpoint(readFileSync(path, "utf8"), key));
  const checkpoints = [...loose, ...letters.map(({ checkpoint }) => checkpoint)].sort((a, b) => a.size - b.size);
  if (!given && key)
    noted(
      `签名与文件自带的公钥相符；请与您从别处得到的公钥比对：${key.text}`,
      "The signatures fit the key in the file: compare it with the one you have from elsewhere.",
    );
  if (!key)
    noted(
      "没有给出公钥（/ledger/key），签名没有核对。",
      "No key was given (/ledger/key): signatures were not checked.",
    );
  for (const path of files.entries) await checkEntries(path, checkpoints);
  if (files.entries.length === 0)
    checkPairs(
      checkpoints,
      files.proof.map((path) => proofIn(readFileSync(path, "utf8"))),
    );
}

export async function checkEntries(path, checkpoints) {
  const newest = checkpoints.at(-1);
  if (!newest)
    throw new Wrong("还需要一个检查点（/ledger/checkpoint）。", "A checkpoint is needed too (/ledger/checkpoint).");
  const { count, roots } = await rootsOf(
    path,
    checkpoints.map(({ size }) => size),
  );
  if (count !== newest.size)
    throw new Wrong(
      `有 ${count} 条，检查点签的是 ${newest.size} 条。`,
      `There are ${count} entries, the checkpoint signs ${newest.size}.`,
    );
  for (const { size, root } of checkpoints) {
    if (!roots.get(size).equals(root))
      throw new Wrong(
        `前 ${size} 条与检查点不符：其中有改动、增加、删除或换位。`,
        `The first ${size} entries do not fit the checkpoint: something was changed, added, removed or moved.`,
      );
    said(`前 ${size} 条与检查点相符。`, `The first ${size} entries fit the checkpoint.`);
  }
}

/** Strict, as everything that is read. */
export const proofIn = (text) =>
  (parse(text).proof ?? []).map((one) => base64(one, "一致性证明", "The consistency proof"));

/** Each checkpoint must be the beginning of the next. */
export function checkPairs(checkpoints, proofs) {
  for (const [i, newer] of checkpoints.entries()) {
    const older = checkpoints[i - 1];
    if (!older) continue;
    if (older.origin !== newer.origin)
      throw new Wrong("检查点出自不同的平台。", "The checkpoints are of different ledgers.");
    const [from, to] = [older.size, newer.size];
    const candidates = from === to ? [[]] : proofs;
    if (candidates.length === 0)
      throw new Wrong(
        `还需要一致性证明：/ledger/consistency?from=${from}&to=${to}`,
        `A consistency proof is needed: /ledger/consistency?from=${from}&to=${to}`,
      );
    if (!candidates.some((proof) => provesConsistency(from, to, proof, older.root, newer.root))) {
      throw new Wrong(
        `${to} 条的检查点不是 ${from} 条的检查点的延续：历史被改写过。`,
        `The checkpoint of ${to} does not go on from that of ${from}: history was rewritten.`,
      );
    }
    said(`${to} 条的检查点是 ${from} 条的检查点的延续。`, `The checkpoint of ${to} goes on from that of ${from}.`);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const paths = process.argv.slice(2);
  try {
    if (paths.length === 0) throw new Wrong("请给出要核对的文件。", "Name the files to be checked.");
    await check(paths);
    said("核对完毕，没有发现改动。", "Everything checked; nothing was changed.");
  } catch (error) {
    console.log(`✗ ${error instanceof Wrong ? error.message : `无法核对。\n  It cannot be checked: ${error}`}`);
    process.exitCode = 1;
  }
}
