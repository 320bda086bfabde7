import { sql } from "drizzle-orm";
import { people, signIns } from "#db/schema/index.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { cookieName, writeToken } from "#domain/sign-in/token.ts";
import { type Platform, secret } from "./platform.ts";

/** Citizens who are signed in, each with an address of their own, so that the limits by person and address stand. */
export async function signInMany({ db, url }: Platform, many: number): Promise<Record<string, string>[]> {
  process.env.GONGPU_SECRET = secret;
  const at = new Date();
  const citizens = await db
    .insert(people)
    .values(
      Array.from({ length: many }, (_, n) => ({
        kind: "citizen" as const,
        nickname: `bench${n}`,
        verifiedAt: at,
        createdAt: at,
      })),
    )
    .returning({ id: people.id });
  const rows = citizens.map(({ id }) => ({ personId: id, sid: `bench-${id}` }));
  await db.insert(signIns).values(
    rows.map(({ personId, sid }) => ({
      personId,
      sidHash: keyedHash(sid),
      createdAt: at,
      seenAt: at,
      expiresAt: sql`now() + interval '1 day'`,
    })),
  );
  return Promise.all(
    rows.map(async ({ sid }, n) => ({
      cookie: `${cookieName(url)}=${await writeToken(sid, secret, 86_400)}`,
      "x-forwarded-for": `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
      "content-type": "application/json",
      accept: "application/json",
      origin: url,
    })),
  );
}
