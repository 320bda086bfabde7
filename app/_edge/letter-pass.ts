import { cookies } from "next/headers";
import { cache } from "react";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { findLetterByNumber } from "#domain/letters/letter.ts";
import { writerByPass } from "#domain/letters/look-up.ts";
import { isRefusal } from "#domain/refusal.ts";

const secure = () => (process.env.PUBLIC_URL ?? "").startsWith("https://");
const cookieName = () => (secure() ? "__Secure-letter-pass" : "letter-pass");

/** What a browser keeps after number and query code were right: one letter, half an hour. */
export async function keepPass({ number, pass, until }: { number: string; pass: string; until: Date }): Promise<void> {
  (await cookies()).set(cookieName(), `${number}.${pass}`, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    expires: until,
  });
}

/**
 * Who stands before this letter: whoever is signed in and may read it as it was written; else the bearer of its query
 * code, who stands for its writer and for nobody else.
 */
export const actorAt: (number: string) => Promise<Actor> = cache(async (number) => {
  const actor = await signedIn();
  const letter = await findLetterByNumber(db, number);
  if (!letter || can(actor, "letter.read-original", letter)) return actor;
  const kept = (await cookies()).get(cookieName())?.value;
  if (!kept?.startsWith(`${number}.`)) return actor;
  try {
    return await writerByPass(db, number, kept.slice(number.length + 1), await now());
  } catch (error) {
    // A pass that is over is no pass.
    if (isRefusal(error)) return actor;
    throw error;
  }
});
