/** What does not fit, as a key of `ledger.json`'s `check.problems`, and which record it is. */
export interface Problem {
  problem:
    | "notWhole"
    | "key"
    | "signature"
    | "checkpoint"
    | "order"
    | "tree"
    | "opened"
    | "position"
    | "words"
    | "receipt";
  /** From 1, as a person counts. */
  record?: number;
}

export interface Found {
  letter: string;
  origin: string;
  key: string;
  size: number;
  events: number;
  opened: number;
  words: number;
  /** What each record says, to be held against the page. */
  records: LedgerRecord[];
  /** Some browsers cannot check Ed25519: the rest has been checked all the same. */
  signed: boolean;
}

/** A record as it was sealed; of one that is not opened only position and time are known. */
export interface LedgerRecord {
  position: number;
  at: string;
  what?: string;
  office?: string | null;
  subject?: string;
}

class Wrong extends Error {
  readonly what: Problem;
  constructor(problem: Problem["problem"], record?: number) {
    super(problem);
    this.what = record === undefined ? { problem } : { problem, record };
  }
}

interface Kept {
  index: number;
  entry: string;
  proof: string[];
  words?: { text: string; salt: string };
  opened?: { face: string; salt: string };
}

interface File {
  checkpoint: string;
  key: string;
  events: Kept[];
  receipt: string;
}

/**
 * Checks a letter's ledger.json with nothing but the browser: the same questions as scripts/verify-ledger.mjs, written a
 * second time, so that the two can disagree.
 */
export async function checkFile(text: string): Promise<Found | Problem> {
  try {
    return await check(text);
  } catch (error) {
    if (error instanceof Wrong) return error.what;
    // Not of the shape that it must have, somewhere.
    if (error instanceof TypeError || error instanceof SyntaxError) return { problem: "notWhole" };
    throw error;
  }
}

async function check(text: string): Promise<Found> {
  const file: File = JSON.parse(text);
  const [key, checkpoint, events, receipt] = [
    textOf(file.key),
    textOf(file.checkpoint),
    file.events,
    textOf(file.receipt),
  ];
  if (!has(file, "checkpoint", "key", "events", "receipt") || !Array.isArray(events) || events.length === 0)
    throw new Wrong("notWhole");
  const known = await readKey(key);
  const [origin, size, root] = await readNote(checkpoint, known);
  if (origin !== known.origin || !/^(0|[1-9]\d{0,14})$/.test(size ?? "")) throw new Wrong("checkpoint");
  const tree = { size: Number(size), root: bytesOf(root ?? "", "checkpoint") };
  const records: LedgerRecord[] = [];
  for (const [i, event] of events.entries()) {
    if (i > 0 && !(event.index > events[i - 1]!.index)) throw new Wrong("order", i + 1);
    records.push(await checkEvent(event, i + 1, tree));
  }
  const [address = "", at, count, digest] = await readNote(receipt, known);
  const letter = /^\/letters\/([A-Z]+-\d+-\d+)(?:\/act)?$/.exec(address.slice(known.origin.length))?.[1];
  const same = at === size && count === String(events.length) && digest === base64(await sha256(canonical(events)));
  const own =
    address.startsWith(known.origin) &&
    records.every(({ subject = `letter:${letter}` }) => subject === `letter:${letter}`);
  if (!letter || !same || !own) throw new Wrong("receipt");
  return {
    ...{ letter, origin, key, size: tree.size, events: events.length, records, signed: known.verify !== null },
    opened: events.filter(({ opened }) => opened).length,
    words: events.filter(({ words }) => words).length,
  };
}

/** One record; returns what it says, as far as it is opened. */
async function checkEvent(
  event: Kept,
  nth: number,
  { size, root }: { size: number; root: Uint8Array },
): Promise<LedgerRecord> {
  const { index, entry, proof, words, opened } = event;
  if (!has(event, "index", "entry", "proof", "words", "opened") || !Number.isSafeInteger(index) || index < 0)
    throw new Wrong("notWhole");
  let [at, last, made] = [index, size - 1, await sha256(joined(leafMark, utf8(textOf(entry))))];
  if (index >= size) throw new Wrong("tree", nth);
  for (const step of proof.map((one) => bytesOf(textOf(one), "tree", nth))) {
    if (last === 0) throw new Wrong("tree", nth);
    const fromLeft = at % 2 === 1 || at === last;
    made = await sha256(joined(nodeMark, ...(fromLeft ? [step, made] : [made, step])));
    while (fromLeft && at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  if (last !== 0 || base64(made) !== base64(root)) throw new Wrong("tree", nth);

  const sealed = JSON.parse(entry);
  if (
    opened !== undefined &&
    (!has(opened, "face", "salt") || (await hexOf(opened.salt, opened.face)) !== sealed.sealed)
  ) {
    throw new Wrong("opened", nth);
  }
  const face = opened === undefined ? sealed : JSON.parse(opened.face);
  if (face.position !== index + 1 || face.at !== sealed.at) throw new Wrong("position", nth);
  if (words !== undefined && (!has(words, "text", "salt") || (await hexOf(words.salt, words.text)) !== face.words)) {
    throw new Wrong("words", nth);
  }
  return face;
}

interface Key {
  origin: string;
  id: string;
  /** Null: this browser knows no Ed25519. */
  verify: ((signature: Bytes, text: Bytes) => Promise<boolean>) | null;
}

async function readKey(text: string): Promise<Key> {
  const [, origin, id, typed] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  if (!origin || !id || !typed) throw new Wrong("key");
  const bytes = bytesOf(typed, "key");
  const digest = await sha256(joined(utf8(`${origin}\n`), bytes));
  if (bytes.length !== 33 || bytes[0] !== 1 || hex(digest.subarray(0, 4)) !== id) throw new Wrong("key");
  const key = await crypto.subtle.importKey("raw", bytes.subarray(1), "Ed25519", false, ["verify"]).catch(() => null);
  return { origin, id, verify: key && ((signature, said) => crypto.subtle.verify("Ed25519", key, signature, said)) };
}

/** The lines of a C2SP signed note: every one below the blank line is a signature, and it ends with a line's end. */
async function readNote(note: string, { origin, id, verify }: Key): Promise<string[]> {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  const signatures = note.slice(end + 2).split("\n");
  if (end < 0 || signatures.pop() !== "") throw new Wrong("signature");
  for (const line of signatures) {
    const [, signer, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = bytesOf(encoded ?? "", "signature");
    if (signer !== origin || hex(bytes.subarray(0, 4)) !== id) continue;
    if (!verify || (await verify(bytes.subarray(4), utf8(text)))) return text.split("\n").slice(0, -1);
  }
  throw new Wrong("signature");
}

type Bytes = Uint8Array<ArrayBuffer>;

const leafMark = new Uint8Array([0]);
const nodeMark = new Uint8Array([1]);
const encoder = new TextEncoder();
const utf8 = (text: string): Bytes => encoder.encode(text);
const sha256 = async (bytes: Bytes | string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", typeof bytes === "string" ? utf8(bytes) : bytes));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const hexOf = async (salt: string, text: string) => hex(await sha256(textOf(salt) + textOf(text)));
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

function joined(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Strict: one spelling for each value. */
function bytesOf(text: string, problem: Problem["problem"], record?: number): Bytes {
  const plain = /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? atob(text) : null;
  if (plain === null || btoa(plain) !== text) throw new Wrong(problem, record);
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw new Wrong("notWhole");
  return value;
}

const has = (value: object, ...names: string[]) => Object.keys(value).every((name) => names.includes(name));

/** RFC 8785, as far as such a file goes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const named = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${named.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)}}`;
}
