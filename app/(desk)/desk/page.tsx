import { redirect } from "next/navigation";
import { firstDeskPage } from "#app/_edge/desk-menu.ts";
import { addresses } from "#app/_edge/language.ts";
import { requireSignedIn } from "#app/_edge/signed-in.ts";

/** The door of the workplace leads each role to where its day begins. */
export default async function DeskDoor() {
  const person = await requireSignedIn("/desk");
  redirect((await addresses())(firstDeskPage(person)));
}
