"use server";

import { redirect } from "next/navigation";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { dropSignIn } from "#app/_edge/sign-in-cookie.ts";
import { signedIn, signInId } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import { signOut } from "#domain/sign-in/revoke.ts";

/** Ends this browser's sign-in, its row first: a cookie that stayed somewhere is worth nothing. */
export async function leave(): Promise<void> {
  const sid = await signInId();
  if (sid) await signOut(db, await signedIn(), sid, await now());
  await dropSignIn();
  redirect((await addresses())("/"));
}
