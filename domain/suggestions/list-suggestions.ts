import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import {
  adoptions,
  events,
  eventWords,
  leaders,
  letters,
  mailboxes,
  offices,
  people,
  regions,
} from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Place } from "#domain/letters/timeline.ts";
import type { SuggestionsFilter } from "./input.ts";
import { reasonIn } from "./paper.ts";
import { type Adoption, adoptionOf } from "./read-adoption.ts";

/** A suggestion about which somebody has said something, as everybody sees it. */
export interface SuggestionRow {
  number: string;
  title: string;
  /** Who contributed it, by their own choice; null: nameless, a 网友. */
  nickname: string | null;
  cosigners: number;
  region: Place;
  mailbox: { leader: { handle: string; title: string; titleEn: string | null } | null; office: Place };
  adoption: Adoption;
  /** What was said with it, as far as it was said in public; its document stands beside. */
  words: string | null;
  demo: boolean;
}

const onPage = 20;

const adopter = alias(offices, "adopter");
const adoptingLeader = alias(leaders, "adopting_leader");

/** What is under study and what became of it, the newest word first. Only public letters: of others nobody is told. */
export async function listSuggestions(
  db: Db,
  filter: SuggestionsFilter,
): Promise<{ rows: SuggestionRow[]; next: string | null }> {
  const found = await selectSuggestions(db)
    .where(and(lettersFor(nobody, "letter.read"), ...conditionsOf(filter)))
    .orderBy(desc(adoptions.changedAt), desc(adoptions.letterId))
    .limit(onPage + 1);
  const rows = found.slice(0, onPage).map(rowOf);
  return { rows, next: found.length > onPage ? rows.at(-1)!.number : null };
}

function conditionsOf({ outcome, region, leader, after }: SuggestionsFilter): (SQL | undefined)[] {
  return [
    outcome ? eq(adoptions.outcome, outcome) : undefined,
    region
      ? sql`${letters.regionId} in (select r.id from ${regions} r
          where (select named.id from ${regions} named where named.slug = ${region}) = any(r.lineage))`
      : undefined,
    leader
      ? sql`${mailboxes.leaderId} = (select named.id from ${leaders} named where named.handle = ${leader})`
      : undefined,
    after
      ? sql`(${adoptions.changedAt}, ${adoptions.letterId}) < (select a.changed_at, a.letter_id from ${adoptions} a
          join ${letters} l on l.id = a.letter_id where l.number = ${after})`
      : undefined,
  ];
}

const selectSuggestions = (db: Db) =>
  db
    .select({
      number: letters.number,
      title: letters.publicTitle,
      visibility: letters.visibility,
      cosigners: letters.cosigners,
      demo: letters.demo,
      nickname: people.nickname,
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      adoption: adoptions,
      adopter: { slug: adopter.slug, name: adopter.name, nameEn: adopter.nameEn },
      adoptingLeader: { handle: adoptingLeader.handle, title: adoptingLeader.title, titleEn: adoptingLeader.titleEn },
      words: eventWords.text,
    })
    .from(adoptions)
    .innerJoin(letters, eq(letters.id, adoptions.letterId))
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    .innerJoin(regions, eq(regions.id, letters.regionId))
    .innerJoin(adopter, eq(adopter.id, adoptions.officeId))
    .leftJoin(adoptingLeader, eq(adoptingLeader.id, adoptions.leaderId))
    .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .leftJoin(people, eq(people.id, letters.authorId))
    .leftJoin(events, and(eq(events.id, adoptions.eventId), events.public))
    .leftJoin(eventWords, and(eq(eventWords.eventId, events.id), isNull(eventWords.hiddenAt)));

type Found = Awaited<ReturnType<typeof selectSuggestions>>[number];

function rowOf({
  title,
  visibility,
  nickname,
  office,
  leader,
  adopter: by,
  adoptingLeader: as,
  words,
  ...row
}: Found): SuggestionRow {
  const adoption = adoptionOf(row.adoption, { leader: as, office: by });
  const { number, cosigners, region, demo } = row;
  return {
    ...{ number, cosigners, region, demo, adoption },
    title: title!,
    nickname: visibility === "nickname" ? nickname : null,
    mailbox: { leader, office },
    words: words === null ? null : reasonIn(words, adoption.document),
  };
}
