import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/**
 * What must not be readable in a stolen copy of the database: phones, real names, the text of short messages, the
 * seeds of one-time codes. The key is made from GONGPU_SECRET, which the server reads from outside the database.
 */
export function seal(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** The text again. Throws when the bytes were changed or sealed with another secret. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyFor("seal"), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/**
 * Finds a row by something that must not be read from it: a phone, a session id, a link. Hex. Without the secret the
 * eleven digits of a phone cannot be guessed back from it.
 */
export function keyedHash(text: string): string {
  return createHmac("sha256", keyFor("hash")).update(text, "utf8").digest("hex");
}

const keys = new Map<string, Buffer>();

function keyFor(purpose: "seal" | "hash"): Buffer {
  const secret = process.env.GONGPU_SECRET;
  if (!secret) throw new Error("GONGPU_SECRET is not set: the server sets it before the first request.");
  const name = `${purpose}:${secret}`;
  const key = keys.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "", `gongpu ${purpose} 1`, 32));
  keys.set(name, key);
  return key;
}
