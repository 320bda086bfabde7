import { cache } from "react";
import { db } from "#db/client.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readNow } from "#domain/calendar/read-now.ts";

/** The instant, the day in Shanghai and the calendar: one for a whole rendering, so that a page never disagrees with itself. */
export const now: () => Promise<Now> = cache(() => readNow(db));
