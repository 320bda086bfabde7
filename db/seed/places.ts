import { eq } from "drizzle-orm";
import { regions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { readPerson } from "#domain/access/actor.ts";
import { createMailbox } from "#domain/administration/create-mailbox.ts";
import { createOffice } from "#domain/administration/create-office.ts";
import { createRegion } from "#domain/administration/create-region.ts";
import { openAdministration } from "#domain/administration/first-administrator.ts";
import { createPosition } from "#domain/administration/positions.ts";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { parseCivilDate, startOf } from "#domain/calendar/civil-date.ts";
import { type Now, nowAt } from "#domain/calendar/now.ts";
import english from "./english.json" with { type: "json" };
import { heyuan, type Place } from "./heyuan.ts";

/** 公仆信箱 opened on this day. */
const opening = parseCivilDate("2008-12-01");

/** The river city's regions, offices, positions and mailboxes, each made by an administrator's own function. */
export async function seedPlaces(tx: Tx, calendar: Calendar): Promise<Now> {
  const now: Now = { ...nowAt(startOf(opening), calendar), approx: true };
  const [root, ...below] = heyuan.regions as [Place, ...Place[]];
  await openRoot(tx, root);
  const administrator = (await readPerson(tx, await openAdministration(tx, root.name, now))) as Actor;

  for (const { slug, name, level, parent } of below) {
    const place = { slug, name, nameEn: nameIn("regions", slug), level: level as "county" | "township" };
    await createRegion(tx, administrator, { ...place, parent: parent! }, now);
  }
  for (const office of heyuan.offices) {
    const { slug, name, region, parent = null, supervises, triage } = office;
    const marks = { ...(supervises && { supervises: "on" as const }), ...(triage && { triages: "on" as const }) };
    const names = { name, shortName: shortNameOf(name), nameEn: nameIn("offices", slug) };
    await createOffice(tx, administrator, { slug, region, parent, ...names, ...marks }, now);
  }
  for (const { handle, title, office, opened, approx } of heyuan.leaders) {
    const on = { ...nowAt(startOf(parseCivilDate(opened)), calendar), approx: approx ?? false };
    const position = { handle, title, titleEn: nameIn("leaders", handle), portfolio: null, office };
    await createPosition(tx, administrator, position, on);
  }
  for (const { slug, leader, office } of heyuan.mailboxes) {
    const of = leader ? heyuan.leaders.find(({ handle }) => handle === leader)! : null;
    const opened = of ? startOf(parseCivilDate(of.opened)) : now.at;
    const mailbox = { slug, leader: leader ?? null, office: of?.office ?? office!, declines: null };
    await createMailbox(tx, administrator, mailbox, { ...nowAt(opened, calendar), approx: true });
  }
  return now;
}

/** The root stands above every administrator: no function of theirs makes it. */
async function openRoot(tx: Tx, { slug, name }: Place): Promise<void> {
  const row = { slug, name, nameEn: nameIn("regions", slug), level: "city" as const, lineage: [] };
  const [made] = await tx.insert(regions).values(row).returning({ id: regions.id });
  await tx
    .update(regions)
    .set({ lineage: [made!.id] })
    .where(eq(regions.id, made!.id));
}

/** 河源市交通运输局 → 市交通运输局; 中共源城区委办公室 → 源城区委办公室; 源城区人民政府办公室 → 源城区政府办公室. */
export function shortNameOf(name: string): string {
  return name
    .replace(/^中共/, "")
    .replace(/^河源市(?=网络)/, "")
    .replace(/^河源/, "")
    .replace("人民政府", "政府");
}

function nameIn(noun: keyof typeof english, slug: string): string | null {
  return (english[noun] as Record<string, string>)[slug] ?? null;
}
