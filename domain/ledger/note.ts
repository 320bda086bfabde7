import { createPrivateKey, createPublicKey, hash, sign } from "node:crypto";

/** Whoever signs for the ledger. */
export interface Signer {
  /** Which ledger: the platform's address without its scheme. */
  origin: string;
  /** What everybody checks signatures with (C2SP verifier key). */
  key: string;
  /** The C2SP signed note of a text that ends with a newline. */
  sign(text: string): string;
}

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
const ed25519 = Buffer.from([1]);

/** https://github.com/C2SP/C2SP/blob/main/signed-note.md; the key is 32 bytes in base64 or base64url. */
export function makeSigner(publicUrl: string, seed: string): Signer {
  const origin = publicUrl.replace(/^https?:\/\//, "").replace(/\/$/, "");
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.from(seed, "base64url")]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = Buffer.from(createPublicKey(privateKey).export({ format: "jwk" }).x!, "base64url");
  const typed = Buffer.concat([ed25519, publicKey]);
  const id = hash("sha256", Buffer.concat([Buffer.from(`${origin}\n`), typed]), "buffer").subarray(0, 4);
  return {
    origin,
    key: `${origin}+${id.toString("hex")}+${typed.toString("base64")}`,
    sign: (text) => {
      const signature = sign(null, Buffer.from(text), privateKey);
      return `${text}\n— ${origin} ${Buffer.concat([id, signature]).toString("base64")}\n`;
    },
  };
}

/** The text of a C2SP checkpoint: which ledger, how many entries, their root. */
export const checkpointText = (origin: string, size: number, root: Buffer): string =>
  `${origin}\n${size}\n${root.toString("base64")}\n`;
