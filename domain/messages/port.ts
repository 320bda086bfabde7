import { createHmac } from "node:crypto";
import type { NoticeChannel } from "#db/schema/index.ts";
import { isDemoMode } from "#domain/sign-in/demo-mode.ts";
import { smtpPort } from "./mail-port.ts";
import type { Message, ShortMessage } from "./queue.ts";

/** Hands one message to whoever carries it, or throws. The id is the same however often the same message is tried. */
export type Send<What = ShortMessage> = (id: number, message: What) => Promise<void>;

/** Who carries what; a channel that nobody serves is not there. */
export type Ports = { [Channel in NoticeChannel]?: Send<Extract<Message, { channel: Channel }>> };

/** Demo mode: nothing leaves, the message stays readable at /dev/outbox. */
const sink = async () => {};

/** Who carries short messages: the configured port, the sink of demo mode, or nobody. */
export function messagePort(): Send | null {
  const { SMS_URL, SMS_SECRET } = process.env;
  if (SMS_URL && SMS_SECRET) return httpPort(SMS_URL, SMS_SECRET);
  return isDemoMode() ? sink : null;
}

/** Who carries mail: the configured server, or nobody. A demonstration writes to nobody's mailbox, whatever is configured. */
export function mailPort(): NonNullable<Ports["email"]> | null {
  if (isDemoMode()) return sink;
  const { MAIL_URL, MAIL_FROM } = process.env;
  return MAIL_URL && MAIL_FROM ? smtpPort(MAIL_URL, MAIL_FROM) : null;
}

export function openPorts(): Ports {
  const [sms, email] = [messagePort(), mailPort()];
  return { ...(sms && { sms }), ...(email && { email }) };
}

/**
 * One POST a message: JSON { id, to, text }. `x-gongpu-signature` is the hex HMAC-SHA256 of "timestamp.body" under
 * SMS_SECRET; the provider refuses old timestamps, and sends one `idempotency-key` once.
 */
export function httpPort(url: string, secret: string): Send {
  return async (id, { to, text }) => {
    const body = JSON.stringify({ id: String(id), to, text });
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
