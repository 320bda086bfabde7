import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { createMailbox } from "#domain/administration/create-mailbox.ts";
import { createOffice } from "#domain/administration/create-office.ts";
import { createRegion } from "#domain/administration/create-region.ts";
import { createPosition } from "#domain/administration/positions.ts";
import type { Now } from "#domain/calendar/now.ts";
import { heyuan } from "../heyuan.ts";
import { divide } from "./chance.ts";
import { type Margins, sum } from "./margins.ts";

export type Level = "city" | "county" | "township";

/** A mailbox that letters can be sent to, and the office that leads what comes in there. */
export interface Box {
  slug: string;
  office: string;
  level: Level;
  /** The county it lies in; of the city's own none. */
  county: string | null;
}

interface Unit {
  region: string;
  office: string;
  /** Of its superior office. */
  parent: string;
  name: string;
  mailboxes: number;
  level: Level;
  county: string | null;
}

/** An office keeps its own mailbox and those of up to five of its positions. */
const boxesAnOffice = 6;
const counties = heyuan.regions.filter(({ level }) => level === "county");
/** 55 mailboxes of the city to 365 of the counties to 600 of the townships: the record tells only how many in all. */
const proportions = [55, 365, 600];

/** The river city's own mailboxes, as its seed makes them. */
export const ownBoxes: Box[] = heyuan.mailboxes.map(({ slug, leader, office }) => {
  const keeper = office ?? heyuan.leaders.find(({ handle }) => handle === leader)!.office;
  const { region } = heyuan.offices.find((one) => one.slug === keeper)!;
  const county = counties.find((one) => one.slug === region)?.slug ?? null;
  return { slug, office: keeper, level: county ? "county" : "city", county };
});

/**
 * The offices whose names the record does not tell, numbered: enough for all mailboxes. Leaders' mailboxes belong to
 * positions, never to people.
 */
export function unitsFor({ mailboxes, regions }: Margins): Unit[] {
  const [city, county, township] = divide(mailboxes - ownBoxes.length, proportions) as [number, number, number];
  const weights = counties.map(({ slug }) => regions.find(({ region }) => countyOf(region) === slug)!.letters);
  return [
    ...unitsOf(city, (n) => ({
      region: "heyuan",
      office: `shizhi-${two(n)}`,
      parent: "shifu",
      name: `河源市市直单位 ${two(n)}`,
      level: "city",
      county: null,
    })),
    ...divide(county, weights).flatMap((boxes, at) =>
      unitsOf(boxes, (n) => ({
        region: counties[at]!.slug,
        office: `${counties[at]!.slug}-xianzhi-${two(n)}`,
        parent: `${counties[at]!.slug}-fu`,
        name: `${counties[at]!.name}直属单位 ${two(n)}`,
        level: "county",
        county: counties[at]!.slug,
      })),
    ),
    ...divide(township, weights).flatMap((boxes, at) =>
      unitsOf(boxes, (n) => ({
        region: `${counties[at]!.slug}-zhen-${two(n)}`,
        office: `${counties[at]!.slug}-zhen-${two(n)}-fu`,
        parent: `${counties[at]!.slug}-fu`,
        name: `${counties[at]!.name}乡镇 ${two(n)}`,
        level: "township",
        county: counties[at]!.slug,
      })),
    ),
  ];
}

/** The county of a line of the record: 源城区 stands there together with the city itself. */
export const countyOf = (region: string): string => (region === "heyuan-other" ? "yuancheng" : region);

const two = (n: number) => String(n).padStart(2, "0");

function unitsOf(boxes: number, unit: (n: number) => Omit<Unit, "mailboxes">): Unit[] {
  return Array.from({ length: Math.ceil(boxes / boxesAnOffice) }, (_, at) => ({
    ...unit(at + 1),
    mailboxes: Math.min(boxesAnOffice, boxes - at * boxesAnOffice),
  }));
}

const titles = ["主要负责人", "分管负责人一", "分管负责人二", "分管负责人三", "分管负责人四"];

export function boxesOf({ office, mailboxes, level, county }: Unit): Box[] {
  const of = { office, level, county };
  return [
    { slug: `${office}-xin`, ...of },
    ...titles.slice(0, mailboxes - 1).map((_, at) => ({ slug: `${office}-${at + 1}`, ...of })),
  ];
}

/** Every mailbox of the replay. */
export function allBoxes(margins: Margins): Box[] {
  const boxes = [...ownBoxes, ...unitsFor(margins).flatMap(boxesOf)];
  if (boxes.length !== margins.mailboxes || sum(margins.regions.map(({ letters }) => letters)) !== margins.letters)
    throw new Error("the margins of the replay do not agree");
  return boxes;
}

/** Makes them as an administrator would, each by its own function. */
export async function openUnits(tx: Tx, administrator: Actor, margins: Margins, now: Now): Promise<void> {
  for (const unit of unitsFor(margins)) {
    const { region, office, parent, name, mailboxes, level, county } = unit;
    if (level === "township")
      await createRegion(tx, administrator, { slug: region, name, nameEn: null, level, parent: county! }, now);
    const place = { slug: office, region, parent, name, shortName: name, nameEn: null };
    await createOffice(tx, administrator, place, now);
    const plain = { office, leader: null, declines: null };
    await createMailbox(tx, administrator, { ...plain, slug: `${office}-xin` }, now);
    for (const [at, title] of titles.slice(0, mailboxes - 1).entries()) {
      const handle = `${office}-${at + 1}`;
      const position = { handle, title: `${name}${title}`, titleEn: null, portfolio: null, office };
      await createPosition(tx, administrator, position, now);
      await createMailbox(tx, administrator, { ...plain, slug: handle, leader: handle }, now);
    }
  }
}
