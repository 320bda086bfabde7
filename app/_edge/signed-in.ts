import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { addresses } from "#app/_edge/language.ts";
import { db } from "#db/client.ts";
import { type Actor, isPerson, nobody, type Person, readPerson } from "#domain/access/actor.ts";
import { personSignedIn } from "#domain/sign-in/check-sign-in.ts";
import { cookieName, readToken } from "#domain/sign-in/token.ts";

/** The random id in this browser's cookie, whether or not it still counts. */
export const signInId: () => Promise<string | null> = cache(async () => {
  // These bytes are kept for everybody; the server has taken the cookies off, and nobody may ask for them unawares.
  if ((await headers()).has("x-render")) throw new Error("A page of the square asked who is looking.");
  return readToken((await cookies()).get(cookieName())?.value, process.env.NEXTAUTH_SECRET ?? "");
});

/** Who is asking, with the roles they hold now: once a rendering. */
export const signedIn: () => Promise<Actor> = cache(async () => {
  const sid = await signInId();
  const personId = sid ? await personSignedIn(db, sid) : null;
  return (personId !== null && (await readPerson(db, personId))) || nobody;
});

/** For a page that is one person's: whoever is not signed in is sent to sign in and comes back to `path`. */
export async function requireSignedIn(path: string): Promise<Person> {
  const actor = await signedIn();
  if (isPerson(actor)) return actor;
  const at = await addresses();
  redirect(`${at("/sign-in")}?${new URLSearchParams({ callbackUrl: at(path) })}`);
}
