import { z } from "zod";
import { db } from "#db/client.ts";
import { moveClock } from "#domain/calendar/move-clock.ts";

const input = z.object({ days: z.number().int().min(1).max(400) });

/** `{ "days": 16 }` moves the platform's clock forward, for the journeys. To everybody else it is not there. */
export async function POST(request: Request): Promise<Response> {
  if (process.env.GONGPU_TEST_CLOCK !== "1") return new Response(null, { status: 404 });
  const asked = input.safeParse(await request.json().catch(() => undefined));
  if (!asked.success) return new Response(null, { status: 422 });
  await moveClock(db, asked.data.days * 86_400_000);
  return new Response(null, { status: 204 });
}
