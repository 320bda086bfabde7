import { z } from "zod";

const since = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The position in an address from which a program reads on; nought when there is none, null when it is no position. */
export function sinceOf(request: Request): number | null {
  const given = new URL(request.url).searchParams.get("since");
  if (given === null || given === "") return 0;
  return since.safeParse(given).data ?? null;
}

export const noPosition = () => Response.json({ error: "since must be a position: a whole number" }, { status: 400 });
