import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { letterNumbers } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { keyedHash } from "#domain/people/seal.ts";

const prefix = "HY";

/** HY-2026-00012: the city, the year of sending in Shanghai, and the how-manieth of that year. */
export async function nextNumber(tx: Tx, now: Now): Promise<string> {
  const year = Number(now.today.slice(0, 4));
  const [row] = await tx
    .insert(letterNumbers)
    .values({ prefix, year, last: 1 })
    .onConflictDoUpdate({
      target: [letterNumbers.prefix, letterNumbers.year],
      set: { last: sql`${letterNumbers.last} + 1` },
    })
    .returning({ last: letterNumbers.last });
  return `${prefix}-${year}-${String(row!.last).padStart(5, "0")}`;
}

/** Without 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: it is read aloud on the telephone and copied from paper. */
const unambiguous = "34679ACDEFGHJKMNPQRTWXY";

export function makeQueryCode(): string {
  return Array.from({ length: 8 }, () => unambiguous[randomInt(unambiguous.length)]).join("");
}

/** What is stored of a query code. Blanks, dashes and small letters of whoever types it do not count. */
export function queryCodeHash(number: string, code: string): string {
  return keyedHash(`query-code:${number}:${code.replace(/[\s-]/g, "").toUpperCase()}`);
}
