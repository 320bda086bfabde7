import { createHmac } from "node:crypto";

/** Hands one change to the inspection system, or throws. The id is the same however often it is tried. */
export type SendChange = (id: number, body: string) => Promise<void>;

/** Where the lights feed goes: the configured address, or nowhere. */
export function lightsPort(): SendChange | null {
  const { LIGHTS_FEED_URL, LIGHTS_FEED_SECRET } = process.env;
  return LIGHTS_FEED_URL && LIGHTS_FEED_SECRET ? lightsHttpPort(LIGHTS_FEED_URL, LIGHTS_FEED_SECRET) : null;
}

/**
 * One POST a change, to the configured address and, since redirects are not followed, to no other.
 * `x-gongpu-signature` is the hex HMAC-SHA256 of "timestamp.body" under LIGHTS_FEED_SECRET.
 */
export function lightsHttpPort(url: string, secret: string): SendChange {
  return async (id, body) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const answer = await fetch(url, {
      method: "POST",
      body,
      redirect: "error",
      signal: AbortSignal.timeout(10_000),
      headers: {
        "content-type": "application/json",
        "idempotency-key": `light-${id}`,
        "x-gongpu-timestamp": timestamp,
        "x-gongpu-signature": createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex"),
      },
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`the inspection system answered ${answer.status}`);
  };
}
