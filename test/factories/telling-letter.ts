import type { Db } from "#db/client.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { on } from "#test/on.ts";
import { makeMailbox, makeOffice, makeRegion } from "./offices.ts";
import { makeCitizen, makePerson } from "./people.ts";

/** The sample of the standard, GB 11643. */
export const identityNumber = "11010519491231002X";

/** A letter of somebody who gave name and telephone, and wrote an identity number into it. */
export async function makeTelling(db: Db) {
  const root = await makeRegion(db);
  const office = await makeOffice(db, { regionId: root.id });
  const mailbox = await makeMailbox(db, { officeId: office.id });
  const author = await makeCitizen(db);
  const { letter } = await sendLetter(
    db,
    author,
    {
      kind: "help",
      visibility: "nickname",
      title: "补办证件",
      body: `我是林晓月，身份证 ${identityNumber}，请帮忙。`,
      mailbox: mailbox.slug,
      name: "林晓月",
      phone: "13800138000",
      via: "letter",
    },
    on("2026-03-02"),
  );
  const administrator = await makePerson(db, [{ role: "administrator", regionId: root.id }]);
  return { letter, author, administrator, office, root };
}
