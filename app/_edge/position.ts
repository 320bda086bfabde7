import { headers } from "next/headers";

/** The last event that this rendering can be sure to have seen; our server says it. Sockets go on from there. */
export async function positionOf(): Promise<number> {
  return Number((await headers()).get("x-position") ?? 0);
}
