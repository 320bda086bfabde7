import { createHash } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { plainDigits } from "#domain/people/phone.ts";

const period = 30;

/** A new secret of 160 bits that depends on the link alone: its page shows the same QR code however often it is loaded. */
export function totpSecretOf(keyedToken: string): string {
  const bytes = createHash("sha256").update(`totp:${keyedToken}`).digest().subarray(0, 20);
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

/** What an authenticator app scans. */
export function totpAddress(secret: string, name: string): string {
  return new TOTP({ issuer: "公仆", label: name, secret: Secret.fromBase32(secret), period }).toString();
}

/** The time step a code stands for, one period of drift allowed either way; null when it is wrong. */
export function stepOfTotp(secret: string, typed: string, at: Date): number | null {
  const token = plainDigits(typed);
  if (!/^\d{6}$/.test(token)) return null;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period });
  const drift = totp.validate({ token, timestamp: at.getTime(), window: 1 });
  return drift === null ? null : Math.floor(at.getTime() / 1_000 / period) + drift;
}
