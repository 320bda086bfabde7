import { redirect } from "next/navigation";
import { firstDeskPage } from "#app/_edge/desk-menu.ts";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import { keepSignIn } from "#app/_edge/sign-in-cookie.ts";
import { signInId } from "#app/_edge/signed-in.ts";
import { db } from "#db/client.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import type { OpenedSignIn } from "#domain/sign-in/open-sign-in.ts";
import { signOut } from "#domain/sign-in/revoke.ts";

/** Ends every way of signing in: the cookie is set, the browser's earlier sign-in is over, the person goes on. */
export async function enter(opened: OpenedSignIn, callbackUrl: unknown, shared = false): Promise<never> {
  const earlier = await signInId();
  if (earlier) await signOut(db, nobody, earlier, await now());
  await keepSignIn(opened, shared);
  const wanted = ownPath(callbackUrl);
  const at = await addresses();
  if (wanted !== "/" && wanted !== "/en") redirect(wanted);
  redirect(at(firstDeskPage((await readPerson(db, opened.personId)) ?? nobody)));
}
