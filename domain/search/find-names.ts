import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, searchDocuments } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";
import { folded } from "./grams.ts";

/** An office or a leader, to be gone to. */
export interface Name {
  kind: "office" | "leader";
  /** Slug of the office, handle of the leader. */
  slug: string;
  name: string;
  nameEn: string | null;
}

const leastTyped = 2;

/** Offices and leaders whose name, its pinyin or the initials of it contain what was typed, the shortest names first. */
export async function findNames(db: Db, typed: string, most: number): Promise<Name[]> {
  const part = folded(typed).replace(/\s+/gu, "");
  if (part.length < leastTyped) return [];
  return prepared(db, namesWith).execute({ part, most });
}

const namesWith = (db: Db) =>
  db
    .select({
      kind: sql<Name["kind"]>`${searchDocuments.kind}`,
      slug: sql<string>`coalesce(${leaders.handle}, ${offices.slug})`,
      name: sql<string>`coalesce(${leaders.title}, ${offices.name})`,
      nameEn: sql<string | null>`case when ${leaders.id} is null then ${offices.nameEn} else ${leaders.titleEn} end`,
    })
    .from(searchDocuments)
    .innerJoin(offices, eq(offices.id, searchDocuments.officeId))
    .leftJoin(leaders, and(eq(searchDocuments.kind, "leader"), eq(leaders.id, searchDocuments.ofId)))
    .where(
      and(
        inArray(searchDocuments.kind, ["office", "leader"]),
        sql`strpos(replace(${searchDocuments.text}, ' ', ''), ${sql.placeholder("part")}) > 0`,
      ),
    )
    .orderBy(sql`length(${searchDocuments.text})`, searchDocuments.kind, searchDocuments.ofId)
    .limit(sql.placeholder("most"))
    .prepare("names_with");
