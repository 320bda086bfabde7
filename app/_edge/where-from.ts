import { headers } from "next/headers";
import { deviceOf } from "#app/_edge/device-of.ts";
import type { WhereFrom } from "#domain/sign-in/where-from.ts";

/** The browser that asks: its address as our server saw it, and its name for the list of one's own sign-ins. */
export async function whereFrom(): Promise<WhereFrom> {
  const asked = await headers();
  const address = asked.get("x-forwarded-for")?.split(",")[0]?.trim() || "unknown";
  return { address, device: deviceOf(asked.get("user-agent") ?? "") };
}
