import { createHmac } from "node:crypto";
import { isDemoMode } from "#domain/sign-in/demo-mode.ts";
import type { ShortMessage } from "./queue.ts";

/** Hands one message to whoever carries it, or throws. The id is the same however often the same message is tried. */
export type Send = (id: number, message: ShortMessage) => Promise<void>;

/** Demo mode: nothing leaves, the message stays readable at /dev/outbox. */
const sink: Send = async () => {};

/** Who carries short messages: the configured port, the sink of demo mode, or nobody. */
export function messagePort(): Send | null {
  const { SMS_URL, SMS_SECRET } = process.env;
  if (SMS_URL && SMS_SECRET) return httpPort(SMS_URL, SMS_SECRET);
  return isDemoMode() ? sink : null;
}

/**
 * One POST a message: JSON { id, to, text }. `x-gongpu-signature` is the hex HMAC-SHA256 of "timestamp.body" under
 * SMS_SECRET; the provider refuses old timestamps, and sends one `idempotency-key` once.
 */
export function httpPort(url: string, secret: string): Send {
  return async (id, message) => {
    const body = JSON.stringify({ id: String(id), ...message });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const answer = await fetch(url, {
      method: "POST",
      body,
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
      headers: {
        "content-type": "application/json",
        "idempotency-key": String(id),
        "x-gongpu-timestamp": timestamp,
        "x-gongpu-signature": createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex"),
      },
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`the SMS port answered ${answer.status}`);
  };
}
