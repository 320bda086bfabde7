import { and, eq, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { officePhones, offices } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import type { changedPhoneInput, newPhoneInput, phoneOnly } from "./input.ts";
import { lockPhone, phoneTopics } from "./phone.ts";

type Entered<Schema extends z.ZodType> = Pick<
  z.output<Schema>,
  Extract<keyof z.output<Schema>, "office" | "phoneId" | "label" | "number" | "note" | "hours">
>;

/** An operator enters a telephone of their own office for everybody. Each change stands in the record. */
export async function addPhone(
  db: Db,
  actor: Actor,
  { office: slug, label, number, note, hours, demo = false }: Entered<typeof newPhoneInput> & { demo?: boolean },
  now: Now,
): Promise<number> {
  return transact(db, async (tx) => {
    const [office] = await tx.select().from(offices).where(eq(offices.slug, slug));
    if (!office) throw new Refusal("administration.noSuchOffice");
    authorize(actor, "phone.keep", office);
    if (office.closedAt) throw new Refusal("directory.officeClosed");
    const [phone] = await tx
      .insert(officePhones)
      .values({ officeId: office.id, label, number, note, hours, demo, addedAt: now.at })
      .onConflictDoNothing()
      .returning({ id: officePhones.id });
    if (!phone) throw new Refusal("directory.numberThere", { number });
    await recordKeeping(tx, actor, "add", { id: phone.id, office }, now);
    return phone.id;
  });
}

/** What it is for, its number, its hours or its note is no longer as it stands there. */
export async function changePhone(
  db: Db,
  actor: Actor,
  { phoneId, label, number, note, hours }: Entered<typeof changedPhoneInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const phone = await lockPhone(tx, phoneId);
    authorize(actor, "phone.keep", phone.office);
    const others = await tx.$count(officePhones, sameNumber(phone, number));
    if (others > 0) throw new Refusal("directory.numberThere", { number });
    await tx.update(officePhones).set({ label, number, note, hours }).where(eq(officePhones.id, phone.id));
    await recordKeeping(tx, actor, "change", phone, now);
  });
}

/** Off the directory at once; what was reported of it stays with its letters. */
export async function removePhone(
  db: Db,
  actor: Actor,
  { phoneId }: z.output<typeof phoneOnly>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const phone = await lockPhone(tx, phoneId);
    authorize(actor, "phone.keep", phone.office);
    await tx.update(officePhones).set({ removedAt: now.at }).where(eq(officePhones.id, phone.id));
    await recordKeeping(tx, actor, "remove", phone, now);
  });
}

const sameNumber = ({ id, office }: { id: number; office: { id: number } }, number: string) =>
  and(
    eq(officePhones.officeId, office.id),
    eq(officePhones.number, number),
    ne(officePhones.id, id),
    isNull(officePhones.removedAt),
  );

async function recordKeeping(
  tx: Tx,
  actor: Actor,
  verb: "add" | "change" | "remove",
  phone: { id: number; office: { id: number; slug: string } },
  now: Now,
): Promise<void> {
  await record(tx, {
    what: `phone.${verb}`,
    topics: phoneTopics(phone),
    actor,
    as: { role: "operator", officeId: phone.office.id },
    subject: `phone:${phone.id}`,
    counts: { office: phone.office.slug },
    public: true,
    at: now.at,
  });
}
