import { headers } from "next/headers";
import { signInId } from "#app/_edge/signed-in.ts";
import { type Device, deviceOf } from "#domain/ratings/device.ts";

/** The browser that asks, as ratings and answers are compared by it. */
export async function deviceHere(): Promise<Device> {
  const asked = await headers();
  return deviceOf({
    signInId: await signInId(),
    address: asked.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown",
    browser: asked.get("user-agent") ?? "",
  });
}
